package org.sharaka.notification.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import org.junit.jupiter.api.AfterEach;
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
import static org.awaitility.Awaitility.await;

class GuardedProviderTest {

	static final OutgoingMessage SMS = new OutgoingMessage("n1", "+966500000001", Language.AR, new SmsContent("نص"));

	private final CountDownLatch never = new CountDownLatch(1);

	private final FakeProvider provider = new FakeProvider("p", () -> new Accepted(List.of("id")));

	private int rate = 1000;

	private int places = 10;

	private Duration limit = Duration.ofSeconds(5);

	@AfterEach
	void letGo() {
		this.never.countDown();
	}

	private GuardedProvider guarded() {
		CircuitBreakerConfig breaker = CircuitBreakerConfig.custom()
			.slidingWindowSize(20)
			.minimumNumberOfCalls(5)
			.waitDurationInOpenState(Duration.ofSeconds(10))
			.build();
		RateLimiterConfig pace = RateLimiterConfig.custom()
			.limitForPeriod(this.rate)
			.limitRefreshPeriod(Duration.ofHours(1))
			.timeoutDuration(Duration.ZERO)
			.build();
		return new GuardedProvider(this.provider, CircuitBreaker.of("p", breaker),
				Bulkhead.of("p",
						BulkheadConfig.custom().maxConcurrentCalls(this.places).maxWaitDuration(Duration.ZERO).build()),
				RateLimiter.of("p", pace), TimeLimiter.of(this.limit));
	}

	private void answer(SendResult outcome) {
		this.provider.answer = () -> outcome;
	}

	@Test
	void opensAtLowTrafficAndThenDoesNotAsk() {
		GuardedProvider guarded = guarded();
		answer(new Deferred(Reason.of("connection-failed"), Origin.CONNECTION));
		for (int i = 0; i < 5; i++) {
			assertThat(guarded.send(SMS)).isInstanceOf(Deferred.class);
		}
		assertThat(guarded.send(SMS))
			.isEqualTo(new SendResult.NotAttempted("p", Reason.of("circuit-open"), Duration.ofSeconds(10)));
		assertThat(this.provider.asked).hasValue(5);
	}

	@ParameterizedTest
	@EnumSource(value = Origin.class, names = { "RECIPIENT", "THROTTLE" })
	void staysClosedForWhatIsNotTheProvidersFault(Origin origin) {
		GuardedProvider guarded = guarded();
		answer(new Deferred(Reason.of("later"), origin));
		for (int i = 0; i < 30; i++) {
			assertThat(guarded.send(SMS)).isInstanceOf(Deferred.class);
		}
		answer(new Rejected(Reason.of("invalid-destination")));
		for (int i = 0; i < 30; i++) {
			assertThat(guarded.send(SMS)).isInstanceOf(Rejected.class);
		}
	}

	@Test
	void refusesWhatIsOverTheRateWithoutCountingItAsAFailure() {
		this.rate = 3;
		GuardedProvider guarded = guarded();
		for (int i = 0; i < 3; i++) {
			assertThat(guarded.send(SMS)).isInstanceOf(Accepted.class);
		}
		for (int i = 0; i < 30; i++) {
			assertThat(guarded.send(SMS))
				.isEqualTo(new SendResult.NotAttempted("p", Reason.of("throttled"), Duration.ofHours(1)));
		}
		assertThat(guarded.state()).isEqualTo(CircuitBreaker.State.CLOSED);
		assertThat(this.provider.asked).hasValue(3);
	}

	@Test
	void refusesWhatIsOverTheBulkheadAndGivesItsPlacesBack() throws Exception {
		this.places = 1;
		GuardedProvider guarded = guarded();
		this.provider.answer = () -> {
			waitFor(this.never);
			return new Accepted(List.of("id"));
		};
		try (ExecutorService caller = Executors.newSingleThreadExecutor()) {
			Future<SendResult> first = caller.submit(() -> guarded.send(SMS));
			await().until(() -> this.provider.asked.get() == 1);
			assertThat(guarded.send(SMS)).isInstanceOfSatisfying(SendResult.NotAttempted.class,
					(refusal) -> assertThat(refusal.reason()).isEqualTo(Reason.of("bulkhead-full")));
			this.never.countDown();
			assertThat(first.get()).isInstanceOf(Accepted.class);
			assertThat(guarded.send(SMS)).isInstanceOf(Accepted.class);
		}
	}

	@Test
	void doesNotKnowWhenTheTimeIsUpAndHoldsThePlaceUntilTheWorkEnds() {
		this.places = 1;
		this.limit = Duration.ofMillis(50);
		GuardedProvider guarded = guarded();
		this.provider.answer = () -> {
			waitUninterruptibly(this.never);
			return new Accepted(List.of("late"));
		};
		assertThat(guarded.send(SMS)).isEqualTo(new Unknown("p", Reason.of("time-limit")));
		assertThat(guarded.send(SMS)).isInstanceOf(SendResult.NotAttempted.class);
		this.never.countDown();
		answer(new Accepted(List.of("id")));
		await().until(() -> guarded.send(SMS) instanceof Accepted);
	}

	@Test
	void doesNotKnowWhatAProviderThatBreaksItsContractDid() {
		GuardedProvider guarded = guarded();
		this.provider.answer = () -> {
			throw new IllegalStateException("bug");
		};
		assertThat(guarded.send(SMS)).isEqualTo(new Unknown("p", Reason.of("internal-error")));
	}

	private static void waitFor(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void waitUninterruptibly(CountDownLatch latch) {
		while (latch.getCount() > 0) {
			try {
				latch.await();
			}
			catch (InterruptedException ex) {
				// a socket read does not end either
			}
		}
	}

}
