package org.sharaka.notification.notice.mongo;

import java.time.Clock;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.sharaka.notification.notice.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Gives up charities whose contacts did not come in time. They stay listed as EXPIRED,
 * are counted, and are said in the log.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class WaitingSweep {

	private static final Logger log = LoggerFactory.getLogger(WaitingSweep.class);

	private final Waiting waiting;

	private final Clock clock;

	private final Counter expired;

	WaitingSweep(Waiting waiting, Clock clock, MeterRegistry meters) {
		this.waiting = waiting;
		this.clock = clock;
		this.expired = meters.counter("sharaka.waiting.expired");
		Gauge.builder("sharaka.waiting", waiting, Waiting::count)
			.description("events that wait for a charity's contacts")
			.register(meters);
	}

	@Scheduled(fixedDelayString = "${sharaka.waiting.sweep:30}", timeUnit = TimeUnit.SECONDS)
	void expire() {
		long count = this.waiting.expire(this.clock.instant());
		if (count > 0) {
			this.expired.increment(count);
			log.warn("{} notice(s) expired while they waited for a charity's contacts", count);
		}
	}

}
