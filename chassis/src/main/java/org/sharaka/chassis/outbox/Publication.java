package org.sharaka.chassis.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.sharaka.chassis.outbox.Claims.Settled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of one aggregate on their way to the broker: one after the other, each when
 * the one before is acknowledged, up to the first failure or until the lease is nearly
 * over.
 */
final class Publication {

	private static final Logger log = LoggerFactory.getLogger(Publication.class);

	private final Claims from;

	private final Claimed claimed;

	private int acknowledged;

	Publication(Claims from, Claimed claimed) {
		this.from = from;
		this.claimed = claimed;
	}

	/** The collection that the aggregate is in. */
	Claims from() {
		return this.from;
	}

	Settled settled() {
		return new Settled(this.claimed, this.acknowledged);
	}

	/** Blocks until it has ended. */
	void run(Broker broker, String source, Clock clock, RelayMeters meters) {
		try {
			for (PendingEvent event : this.claimed.outbox()) {
				send(event, broker, source, clock);
				this.acknowledged++;
				meters.published(Duration.between(event.time(), clock.instant()));
			}
		}
		catch (ExecutionException | TimeoutException | RuntimeException ex) {
			meters.failed();
			log.warn("aggregate {} keeps {} event(s) for later: {}", this.claimed.aggregateId(),
					this.claimed.outbox().size() - this.acknowledged, rootOf(ex).toString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void send(PendingEvent event, Broker broker, String source, Clock clock)
			throws ExecutionException, InterruptedException, TimeoutException {
		Duration left = Duration.between(clock.instant(), this.claimed.lease().until());
		if (left.compareTo(KafkaBroker.DELIVERY_TIMEOUT) < 0) {
			throw new IllegalStateException("the lease is nearly over");
		}
		broker.send(event.toRecord(source)).toCompletableFuture().get(left.toMillis(), TimeUnit.MILLISECONDS);
	}

	private static Throwable rootOf(Throwable failure) {
		return (failure.getCause() != null) ? rootOf(failure.getCause()) : failure;
	}

}
