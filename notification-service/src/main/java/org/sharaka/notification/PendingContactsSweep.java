package org.sharaka.notification;

import java.time.Clock;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.sharaka.notification.notice.PendingContacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Expires the entries of charities whose contacts did not arrive in time. They stay
 * listed as EXPIRED, are counted and are logged.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PendingContactsSweep {

	private static final Logger log = LoggerFactory.getLogger(PendingContactsSweep.class);

	private final PendingContacts pendingContacts;

	private final Clock clock;

	private final Counter expired;

	PendingContactsSweep(PendingContacts pendingContacts, Clock clock, MeterRegistry meters) {
		this.pendingContacts = pendingContacts;
		this.clock = clock;
		this.expired = meters.counter("sharaka.waiting.expired");
		Gauge.builder("sharaka.waiting", pendingContacts, PendingContacts::count)
			.description("events that wait for a charity's contacts")
			.register(meters);
	}

	@Scheduled(fixedDelayString = "${sharaka.waiting.sweep:30}", timeUnit = TimeUnit.SECONDS)
	void expire() {
		long count = this.pendingContacts.expire(this.clock.instant());
		if (count > 0) {
			this.expired.increment(count);
			log.warn("{} event(s) expired for a charity whose contacts did not arrive", count);
		}
	}

}
