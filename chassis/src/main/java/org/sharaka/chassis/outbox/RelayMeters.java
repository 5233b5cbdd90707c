package org.sharaka.chassis.outbox;

import java.time.Duration;
import java.util.function.DoubleSupplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What operators see of a relay. */
final class RelayMeters {

	private final Counter published;

	private final Counter failed;

	private final Timer latency;

	/**
	 * @param oldestAge in seconds
	 */
	RelayMeters(MeterRegistry meters, DoubleSupplier oldestAge) {
		this.published = meters.counter("sharaka.outbox.published");
		this.failed = meters.counter("sharaka.outbox.failed");
		this.latency = Timer.builder("sharaka.outbox.latency")
			.description("from the write of an event to the broker's acknowledgement")
			.publishPercentiles(0.5, 0.99)
			.register(meters);
		Gauge.builder("sharaka.outbox.oldest.age", oldestAge::getAsDouble)
			.description("how long the oldest unpublished event has waited; alarm when it keeps rising")
			.baseUnit("seconds")
			.register(meters);
	}

	void published(Duration sinceWritten) {
		this.published.increment();
		this.latency.record(sinceWritten);
	}

	void failed() {
		this.failed.increment();
	}

}
