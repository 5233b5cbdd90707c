package org.sharaka.chassis.outbox;

import java.time.Duration;
import java.util.function.DoubleSupplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** The metrics of a relay. */
final class RelayMeters {

	private final Counter published;

	private final Counter failed;

	private final Counter late;

	private final Timer latency;

	/**
	 * @param oldestAge in seconds
	 * @param malformed the number of aggregates
	 */
	RelayMeters(MeterRegistry meters, DoubleSupplier oldestAge, DoubleSupplier malformed) {
		this.published = meters.counter("sharaka.outbox.published");
		this.failed = meters.counter("sharaka.outbox.failed");
		this.late = Counter.builder("sharaka.outbox.late")
			.description("sends whose outcome came after the lease; the aggregate's last events are published again")
			.register(meters);
		this.latency = Timer.builder("sharaka.outbox.latency")
			.description("from the write of an event to the broker's acknowledgement")
			.publishPercentiles(0.5, 0.99)
			.register(meters);
		Gauge.builder("sharaka.outbox.oldest.age", oldestAge::getAsDouble)
			.description("how long the oldest unpublished event has waited; alarm when it keeps rising")
			.baseUnit("seconds")
			.register(meters);
		Gauge.builder("sharaka.outbox.malformed", malformed::getAsDouble)
			.description("aggregates whose outbox cannot be read; their events are not published")
			.register(meters);
	}

	void published(Duration sinceWritten) {
		this.published.increment();
		this.latency.record(sinceWritten);
	}

	void failed() {
		this.failed.increment();
	}

	void late() {
		this.late.increment();
	}

}
