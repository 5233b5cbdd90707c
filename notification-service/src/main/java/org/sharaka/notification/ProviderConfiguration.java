package org.sharaka.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import org.sharaka.notification.delivery.GuardedProvider;
import org.sharaka.notification.delivery.Provider;
import org.sharaka.notification.delivery.Providers;
import org.sharaka.notification.delivery.ReceiptListener;
import org.sharaka.notification.delivery.email.MailProperties;
import org.sharaka.notification.delivery.email.SmtpProperties;
import org.sharaka.notification.delivery.email.SmtpProvider;
import org.sharaka.notification.delivery.sms.SmppProperties;
import org.sharaka.notification.delivery.sms.SmppProvider;
import org.sharaka.notification.template.TemplateParameters;
import org.sharaka.notification.template.Templates;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Wires templates and providers. The guards of a channel's providers are the Resilience4j
 * configurations {@code email} and {@code sms};
 * {@code resilience4j.*.instances.<provider>} overrides them for one.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ SmtpProperties.class, MailProperties.class })
public class ProviderConfiguration {

	@Bean
	Templates templates() {
		return new Templates();
	}

	@Bean
	TemplateParameters noticeParams(@Value("${sharaka.zone}") ZoneId zone) {
		return new TemplateParameters(zone);
	}

	@Bean
	Guards guards(CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads, RateLimiterRegistry limiters,
			TimeLimiterRegistry timeLimits) {
		return new Guards(breakers, bulkheads, limiters, timeLimits);
	}

	/**
	 * @param receiptListeners each is told of each receipt
	 */
	@Bean
	Providers providers(Guards guards, SmtpProperties smtp, MailProperties mail,
			@Value("${sharaka.smtp.rate}") int smtpRate, @Value("${sharaka.sms.providers}") List<String> smsProviders,
			Environment environment, ObjectProvider<ReceiptListener> receiptListeners, ObjectProvider<Clock> clocks) {
		Clock clock = clocks.getIfAvailable(Clock::systemUTC);
		ReceiptListener receipts = (receipt) -> receiptListeners.orderedStream()
			.forEach((listener) -> listener.received(receipt));
		List<SmppProperties> accounts = smsProviders.stream()
			.map(String::strip)
			.filter((name) -> !name.isEmpty())
			.map((name) -> SmppProperties.of(name, environment::getProperty))
			.toList();
		List<GuardedProvider> guarded = new ArrayList<>();
		guarded.add(guards.around(new SmtpProvider(smtp, mail, clock), "email", smtpRate, smtp.connections()));
		for (SmppProperties account : accounts) {
			SmppProvider provider = new SmppProvider(account, receipts, clock, RandomGenerator.getDefault(),
					Duration.ofSeconds(1));
			guarded.add(guards.around(provider, "sms", account.rate(), account.window()));
		}
		return new Providers(guarded);
	}

	record Guards(CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads, RateLimiterRegistry limiters,
			TimeLimiterRegistry timeLimits) {

		GuardedProvider around(Provider provider, String config, int rate, int concurrency) {
			String name = provider.name();
			BulkheadConfig places = BulkheadConfig.from(this.bulkheads.getConfiguration(config).orElseThrow())
				.maxConcurrentCalls(concurrency)
				.build();
			return new GuardedProvider(provider, this.breakers.circuitBreaker(name, config),
					this.bulkheads.bulkhead(name, places), this.limiters.rateLimiter(name, pace(config, rate)),
					this.timeLimits.timeLimiter(name, config));
		}

		/**
		 * Fast rates are given out in tenths of a second, so that a second does not begin
		 * with a burst.
		 */
		private RateLimiterConfig pace(String config, int rate) {
			boolean fast = rate >= 100;
			Duration period = fast ? Duration.ofMillis(100) : Duration.ofSeconds(1);
			return RateLimiterConfig.from(this.limiters.getConfiguration(config).orElseThrow())
				.limitForPeriod(fast ? rate / 10 : rate)
				.limitRefreshPeriod(period)
				.timeoutDuration(period)
				.build();
		}

	}

}
