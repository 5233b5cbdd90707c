package org.sharaka.notification.delivery;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import org.sharaka.notification.delivery.SendResult.Origin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider behind its circuit breaker, bulkhead, rate limiter and time limit. The
 * guards are asked one after the other by hand, and not as decorators, because a
 * decorator counts a throttled call and a wrong address as failures of the provider.
 * Thread-safe.
 */
public final class GuardedProvider implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(GuardedProvider.class);

	private final Provider provider;

	private final CircuitBreaker breaker;

	private final Bulkhead bulkhead;

	private final RateLimiter limiter;

	private final TimeLimiter timeLimit;

	/** Never more threads than the bulkhead lets in; they are kept between sends. */
	private final ExecutorService threads;

	public GuardedProvider(Provider provider, CircuitBreaker breaker, Bulkhead bulkhead, RateLimiter limiter,
			TimeLimiter timeLimit) {
		this.provider = provider;
		this.breaker = breaker;
		this.bulkhead = bulkhead;
		this.limiter = limiter;
		this.timeLimit = timeLimit;
		this.threads = Executors
			.newCachedThreadPool(Thread.ofPlatform().daemon().name("provider-" + provider.name() + "-", 1).factory());
	}

	public String name() {
		return this.provider.name();
	}

	public Channel channel() {
		return this.provider.channel();
	}

	/** {@code CLOSED} when the provider is well. */
	public CircuitBreaker.State state() {
		return this.breaker.getState();
	}

	/** How many sends it takes at once. */
	public int places() {
		return this.bulkhead.getBulkheadConfig().getMaxConcurrentCalls();
	}

	/** How many sends run now. */
	public int inFlight() {
		return places() - this.bulkhead.getMetrics().getAvailableConcurrentCalls();
	}

	/** The rate limit in its own unit of charging (mails, SMS parts) per second. */
	public double rate() {
		RateLimiterConfig limits = this.limiter.getRateLimiterConfig();
		return limits.getLimitForPeriod() * 1e9 / limits.getLimitRefreshPeriod().toNanos();
	}

	public SendResult send(OutgoingMessage message) {
		if (!this.breaker.tryAcquirePermission()) {
			return refusal("circuit-open", Duration
				.ofMillis(this.breaker.getCircuitBreakerConfig().getWaitIntervalFunctionInOpenState().apply(1)));
		}
		if (!this.bulkhead.tryAcquirePermission()) {
			this.breaker.releasePermission();
			return refusal("bulkhead-full", Duration.ofSeconds(1));
		}
		if (!this.limiter.acquirePermission(permits(message))) {
			this.bulkhead.releasePermission();
			this.breaker.releasePermission();
			return refusal("throttled", this.limiter.getRateLimiterConfig().getLimitRefreshPeriod());
		}
		long start = this.breaker.getCurrentTimestamp();
		SendResult result = sendWithTimeLimit(message);
		record(result, this.breaker.getCurrentTimestamp() - start);
		return result.from(name());
	}

	/**
	 * A message that costs more than a whole period's permits takes the whole period's.
	 */
	private int permits(OutgoingMessage message) {
		return Math.min(this.provider.cost(message), this.limiter.getRateLimiterConfig().getLimitForPeriod());
	}

	/**
	 * The bulkhead's place is given back when the work has really ended: work whose time
	 * is up may still run, and may still send.
	 */
	private SendResult sendWithTimeLimit(OutgoingMessage message) {
		try {
			return this.timeLimit.executeFutureSupplier(() -> this.threads.submit(() -> {
				try {
					return this.provider.send(message);
				}
				finally {
					this.bulkhead.onComplete();
				}
			}));
		}
		catch (RejectedExecutionException ex) {
			this.bulkhead.releasePermission();
			return new SendResult.Deferred(Reason.of("shutting-down"), Origin.THROTTLE);
		}
		catch (TimeoutException ex) {
			return new SendResult.Unknown(Reason.of("time-limit"));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new SendResult.Unknown(Reason.of("interrupted"));
		}
		catch (Exception ex) {
			log.error("Provider {} threw an exception on {}", name(), message, ex);
			return new SendResult.Unknown(Reason.of("internal-error"));
		}
	}

	private void record(SendResult result, long elapsed) {
		TimeUnit unit = this.breaker.getTimestampUnit();
		switch (result) {
			case SendResult.NotAttempted refusal -> this.breaker.releasePermission();
			case SendResult.Accepted accepted -> this.breaker.onSuccess(elapsed, unit);
			case SendResult.Rejected rejected -> this.breaker.onSuccess(elapsed, unit);
			case SendResult.Unknown unknown ->
				this.breaker.onError(elapsed, unit, new ProviderFailure(unknown.reason()));
			case SendResult.Deferred deferred when deferred.origin() == Origin.RECIPIENT ->
				this.breaker.onSuccess(elapsed, unit);
			case SendResult.Deferred deferred when deferred.origin() == Origin.THROTTLE ->
				this.breaker.releasePermission();
			case SendResult.Deferred deferred ->
				this.breaker.onError(elapsed, unit, new ProviderFailure(deferred.reason()));
		}
	}

	private SendResult refusal(String code, Duration retryAfter) {
		return new SendResult.NotAttempted(name(), Reason.of(code), retryAfter);
	}

	/** Ends the provider too. */
	@Override
	public void close() {
		this.threads.shutdown();
		this.provider.close();
	}

	/** What the breaker counts; its message is safe to log. */
	static final class ProviderFailure extends RuntimeException {

		ProviderFailure(Reason reason) {
			super(reason.toString(), null, false, false);
		}

	}

}
