package org.sharaka.notification;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.springboot.bulkhead.autoconfigure.BulkheadAutoConfiguration;
import io.github.resilience4j.springboot.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration;
import io.github.resilience4j.springboot.ratelimiter.autoconfigure.RateLimiterAutoConfiguration;
import io.github.resilience4j.springboot.timelimiter.autoconfigure.TimeLimiterAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.text.Language;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.delivery.EmailContent;
import org.sharaka.notification.delivery.GuardedProvider;
import org.sharaka.notification.delivery.OutgoingMessage;
import org.sharaka.notification.delivery.Providers;
import org.sharaka.notification.delivery.SendResult.Accepted;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.subethamail.smtp.server.SMTPServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProviderConfigurationIT {

	@Configuration(proxyBeanMethods = false)
	@Import(ProviderConfiguration.class)
	@ImportAutoConfiguration({ CircuitBreakerAutoConfiguration.class, RateLimiterAutoConfiguration.class,
			BulkheadAutoConfiguration.class, TimeLimiterAutoConfiguration.class })
	static class Wiring {

	}

	private static ConfigurableApplicationContext start(String... settings) {
		List<String> arguments = new CopyOnWriteArrayList<>(
				List.of("--spring.config.import=classpath:application-delivery.yaml"));
		for (String setting : settings) {
			arguments.add("--" + setting);
		}
		return new SpringApplicationBuilder(Wiring.class).web(WebApplicationType.NONE)
			.run(arguments.toArray(String[]::new));
	}

	@Test
	void sendsThroughTheConfiguredServer() {
		List<byte[]> received = new CopyOnWriteArrayList<>();
		SMTPServer server = new SMTPServer.Builder().bindAddress(InetAddress.getLoopbackAddress())
			.port(0)
			.messageHandler((context, from, to, data) -> received.add(data))
			.build();
		server.start();
		try (ConfigurableApplicationContext context = start("SMTP_PORT=" + server.getPortAllocated(),
				"SMS_PROVIDERS=")) {
			Providers providers = context.getBean(Providers.class);
			OutgoingMessage mail = new OutgoingMessage("n1", "m@charity.test", Language.AR,
					new EmailContent("س", "نص", "نص"));
			assertThat(providers.send(mail)).isInstanceOf(Accepted.class);
			assertThat(received).hasSize(1);
			assertThat(providers.of(Channel.SMS)).isEmpty();
		}
		finally {
			server.stop();
		}
	}

	@Test
	void guardsEachProviderByItsChannelsSettings() {
		try (ConfigurableApplicationContext context = start("SMS_PROVIDERS=gulf, sandbox", "SMS_GULF_HOST=localhost",
				"SMS_GULF_PORT=1", "SMS_SANDBOX_PORT=1", "SMS_GULF_RATE=30")) {
			assertThat(context.getBean(Providers.class).of(Channel.SMS)).extracting(GuardedProvider::name)
				.containsExactly("gulf", "sandbox");
			var breaker = context.getBean(CircuitBreakerRegistry.class)
				.circuitBreaker("gulf")
				.getCircuitBreakerConfig();
			assertThat(breaker.getMinimumNumberOfCalls()).isEqualTo(5);
			var limiters = context.getBean(RateLimiterRegistry.class);
			assertThat(limiters.rateLimiter("gulf").getRateLimiterConfig().getLimitForPeriod()).isEqualTo(30);
			assertThat(limiters.rateLimiter("smtp").getRateLimiterConfig().getLimitRefreshPeriod()).hasMillis(100);
		}
	}

	@Test
	void saysWhichVariableIsMissing() {
		assertThatThrownBy(() -> start("SMS_PROVIDERS=gulf")).hasStackTraceContaining("SMS_GULF_HOST is not set");
	}

}
