package org.sharaka.chassis.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import org.sharaka.chassis.outbox.OutboxStore.PublishResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of one aggregate on their way to the broker: one after the other, each when
 * the one before is acknowledged, up to the first failure, until the relay stops or until
 * an answer might come after the lease, by somebody else's clock.
 */
final class OutboxPublication {

	/** By this much the clocks of a service's instances may differ. */
	static final Duration MAX_CLOCK_SKEW = Duration.ofSeconds(5);

	/** What must be left of a lease for a send to begin. */
	static final Duration MIN_REMAINING_LEASE = KafkaBroker.LONGEST_SEND.plus(MAX_CLOCK_SKEW);

	private static final Logger log = LoggerFactory.getLogger(OutboxPublication.class);

	private final OutboxStore from;

	private final LeasedOutbox claimed;

	private int acknowledged;

	private boolean failed;

	OutboxPublication(OutboxStore from, LeasedOutbox claimed) {
		this.from = from;
		this.claimed = claimed;
	}

	/** The collection that the aggregate is in. */
	OutboxStore from() {
		return this.from;
	}

	PublishResult settled() {
		return new PublishResult(this.claimed, this.acknowledged, this.failed);
	}

	/** Blocks until it has ended. */
	void run(Broker broker, String source, Clock clock, RelayMeters meters, BooleanSupplier goOn) {
		try {
			for (PendingEvent event : this.claimed.outbox()) {
				Duration left = Duration.between(clock.instant(), this.claimed.lease().until());
				if (left.compareTo(MIN_REMAINING_LEASE) < 0 || !goOn.getAsBoolean()) {
					return;
				}
				broker.send(event.toRecord(source)).toCompletableFuture().get(left.toMillis(), TimeUnit.MILLISECONDS);
				this.acknowledged++;
				meters.published(Duration.between(event.recordedAt(), clock.instant()));
			}
		}
		catch (ExecutionException | TimeoutException | RuntimeException ex) {
			this.failed = true;
			meters.failed();
			log.warn("aggregate {} keeps {} event(s) for later: {}", this.claimed.aggregateId(),
					this.claimed.outbox().size() - this.acknowledged, rootOf(ex).toString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static Throwable rootOf(Throwable failure) {
		return (failure.getCause() != null) ? rootOf(failure.getCause()) : failure;
	}

}
