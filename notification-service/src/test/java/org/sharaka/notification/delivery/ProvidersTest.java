package org.sharaka.notification.delivery;

import java.time.Duration;
import java.util.List;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.timelimiter.TimeLimiter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sharaka.chassis.text.Language;
import org.sharaka.notification.delivery.SendResult.Accepted;
import org.sharaka.notification.delivery.SendResult.Deferred;
import org.sharaka.notification.delivery.SendResult.Origin;
import org.sharaka.notification.delivery.SendResult.Rejected;
import org.sharaka.notification.delivery.SendResult.Unknown;

import static org.assertj.core.api.Assertions.assertThat;

class ProvidersTest {

	private final FakeProvider first = new FakeProvider("first", () -> new Accepted(List.of("1")));

	private final FakeProvider second = new FakeProvider("second", () -> new Accepted(List.of("2")));

	private final CircuitBreaker firstBreaker = CircuitBreaker.ofDefaults("first");

	private final Providers providers = new Providers(
			List.of(guarded(this.first, this.firstBreaker), guarded(this.second, CircuitBreaker.ofDefaults("second"))));

	private static GuardedProvider guarded(Provider provider, CircuitBreaker breaker) {
		return new GuardedProvider(provider, breaker, Bulkhead.ofDefaults("b"), RateLimiter.ofDefaults("r"),
				TimeLimiter.of(Duration.ofSeconds(5)));
	}

	private SendResult send() {
		return this.providers.send(GuardedProviderTest.SMS);
	}

	@Test
	void asksThePreferredOnly() {
		assertThat(send()).isEqualTo(new Accepted("first", List.of("1")));
		assertThat(this.second.asked).hasValue(0);
	}

	@Test
	void asksTheNextWhenTheFirstHasNoConnectionOrIsNotAsked() {
		this.first.answer = () -> new Deferred(Reason.of("not-bound"), Origin.CONNECTION);
		assertThat(send().provider()).isEqualTo("second");
		this.firstBreaker.transitionToOpenState();
		assertThat(send().provider()).isEqualTo("second");
		assertThat(this.first.asked).hasValue(1);
	}

	@Test
	void asksNobodyElseAfterAnUnknownOutcomeOrARefusal() {
		this.first.answer = () -> new Unknown(Reason.of("no-response"));
		assertThat(send()).isEqualTo(new Unknown("first", Reason.of("no-response")));
		this.first.answer = () -> new Rejected(Reason.of("invalid-destination"));
		assertThat(send()).isInstanceOf(Rejected.class);
		assertThat(this.second.asked).hasValue(0);
	}

	@ParameterizedTest
	@EnumSource(value = Origin.class, names = "CONNECTION", mode = EnumSource.Mode.EXCLUDE)
	void asksNobodyElseAfterADeferralByAProviderThatWasReached(Origin origin) {
		this.first.answer = () -> new Deferred(Reason.of("later"), origin);
		assertThat(send().provider()).isEqualTo("first");
		assertThat(this.second.asked).hasValue(0);
	}

	@Test
	void tellsTheRealAttemptWhenNobodyTookIt() {
		this.firstBreaker.transitionToOpenState();
		this.second.answer = () -> new Deferred(Reason.of("not-bound"), Origin.CONNECTION);
		assertThat(send()).isEqualTo(new Deferred("second", Reason.of("not-bound"), Origin.CONNECTION));
	}

	@Test
	void doesNotAttemptOnAChannelWithoutProviders() {
		OutgoingMessage mail = new OutgoingMessage("n1", "m@charity.test", Language.AR,
				new EmailContent("س", "نص", "نص"));
		assertThat(this.providers.send(mail))
			.isEqualTo(new SendResult.NotAttempted("none", Reason.of("no-provider"), Duration.ofMinutes(1)));
	}

}
