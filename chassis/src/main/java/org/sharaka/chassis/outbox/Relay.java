package org.sharaka.chassis.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.sharaka.chassis.id.Ids;
import org.sharaka.chassis.outbox.Claims.Claimed;
import org.sharaka.chassis.outbox.Claims.Settled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes what is in the outboxes. Runs in every instance of a service: a lease per
 * aggregate keeps them out of each other's way. Woken by each write of its own process,
 * and by a sweep for what another process left behind.
 *
 * <p>
 * Events of one aggregate go one after the other, each when the one before is
 * acknowledged, and stop at the first failure; different aggregates go side by side. A
 * batch of aggregates costs the database four commands.
 */
public final class Relay implements SmartLifecycle {

	/**
	 * @param batch aggregates claimed at once
	 * @param sweep how often to look without being woken
	 * @param lease how long a claim holds; longer than a batch takes, as nobody else
	 * publishes what a dead relay held before
	 * @param pauseAfterFailure how long to leave the broker alone after it failed
	 */
	public record Settings(int batch, Duration sweep, Duration lease, Duration pauseAfterFailure) {

		public static final Settings DEFAULT = new Settings(500, Duration.ofSeconds(1), Duration.ofSeconds(30),
				Duration.ofSeconds(1));

	}

	private static final Logger log = LoggerFactory.getLogger(Relay.class);

	private final List<Claims> sources = new ArrayList<>();

	private final Broker broker;

	private final String source;

	private final Ids ids;

	private final Clock clock;

	private final Settings settings;

	private final Counter published;

	private final Counter failed;

	private final Timer latency;

	private final Semaphore woken = new Semaphore(0);

	private volatile Thread thread;

	/**
	 * @param source the CloudEvents source of all that is published, such as
	 * {@code /meeting-service}
	 */
	public Relay(List<AggregateCollection> aggregates, Outbox outbox, Broker broker, String source, Ids ids,
			Clock clock, Settings settings, MeterRegistry meters) {
		aggregates.forEach((one) -> this.sources.add(new Claims(one.collection(), settings.lease())));
		this.broker = broker;
		this.source = source;
		this.ids = ids;
		this.clock = clock;
		this.settings = settings;
		this.published = meters.counter("sharaka.outbox.published");
		this.failed = meters.counter("sharaka.outbox.failed");
		this.latency = Timer.builder("sharaka.outbox.latency")
			.description("from the write of an event to the broker's acknowledgement")
			.publishPercentiles(0.5, 0.99)
			.register(meters);
		Gauge.builder("sharaka.outbox.oldest.age", this, Relay::oldestAgeSeconds)
			.description("how long the oldest unpublished event has waited; alarm when it keeps rising")
			.baseUnit("seconds")
			.register(meters);
		outbox.onWritten(this::wake);
	}

	/** Looks for something to publish now. Cheap, from any thread. */
	public void wake() {
		if (this.woken.availablePermits() == 0) {
			this.woken.release();
		}
	}

	/**
	 * Publishes one batch of each collection.
	 * @return whether all went well and there may be more
	 * @throws com.mongodb.MongoException if the database does not answer
	 */
	boolean publishOnce() {
		boolean more = false;
		boolean well = true;
		for (Claims claims : this.sources) {
			String claim = this.ids.newId();
			Instant now = this.clock.instant();
			List<Claimed> claimed = claims.claim(claim, this.settings.batch(), now);
			if (claimed.isEmpty()) {
				continue;
			}
			Instant deadline = now.plus(this.settings.lease()).minus(KafkaBroker.DELIVERY_TIMEOUT);
			List<Publication> publications = claimed.stream().map((one) -> new Publication(one, deadline)).toList();
			CompletableFuture<?>[] ends = publications.stream()
				.map(Publication::start)
				.toArray(CompletableFuture[]::new);
			await(CompletableFuture.allOf(ends));
			List<Settled> settled = publications.stream().map(Publication::settled).toList();
			claims.settle(claim, settled, this.clock.instant().plus(this.settings.pauseAfterFailure()));
			well &= settled.stream().allMatch(Settled::entirely);
			more |= settled.stream().anyMatch((one) -> one.published() > 0) || claimed.size() == this.settings.batch();
		}
		return more && well;
	}

	private void await(CompletableFuture<?> ends) {
		try {
			ends.get(this.settings.lease().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			log.warn("the broker has not answered within the lease; what it did acknowledge is settled");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("a publication keeps its failure to itself", ex);
		}
	}

	/** The events of one aggregate on their way. */
	private final class Publication {

		private final Claimed claimed;

		private final Instant deadline;

		private volatile int acknowledged;

		private Publication(Claimed claimed, Instant deadline) {
			this.claimed = claimed;
			this.deadline = deadline;
		}

		private CompletableFuture<?> start() {
			CompletableFuture<?> chain = CompletableFuture.completedFuture(null);
			for (PendingEvent event : this.claimed.outbox()) {
				// not on the producer's own thread: that would wait for what only it
				// can fetch, the metadata of the next event's topic
				chain = chain.thenComposeAsync((before) -> send(event), Thread::startVirtualThread);
			}
			return chain.handle((done, failure) -> {
				if (failure != null) {
					Relay.this.failed.increment();
					log.warn("aggregate {} keeps {} event(s) for later: {}", this.claimed.aggregateId(),
							this.claimed.outbox().size() - this.acknowledged, rootOf(failure).toString());
				}
				return null;
			});
		}

		private CompletableFuture<?> send(PendingEvent event) {
			if (Relay.this.clock.instant().isAfter(this.deadline)) {
				return CompletableFuture.failedFuture(new IllegalStateException("the lease is nearly over"));
			}
			return Relay.this.broker.send(event.toRecord(Relay.this.source)).toCompletableFuture().thenRun(() -> {
				this.acknowledged++;
				Relay.this.published.increment();
				Relay.this.latency.record(Duration.between(event.time(), Relay.this.clock.instant()));
			});
		}

		private Settled settled() {
			return new Settled(this.claimed, this.acknowledged);
		}

	}

	private static Throwable rootOf(Throwable failure) {
		return (failure.getCause() != null) ? rootOf(failure.getCause()) : failure;
	}

	private double oldestAgeSeconds() {
		Instant now = this.clock.instant();
		return this.sources.stream()
			.map(Claims::oldest)
			.flatMap(Optional::stream)
			.mapToDouble((since) -> Duration.between(since, now).toMillis() / 1000.0)
			.max()
			.orElse(0);
	}

	private void run() {
		while (this.thread == Thread.currentThread()) {
			Duration pause = this.settings.sweep();
			try {
				this.woken.drainPermits();
				if (publishOnce()) {
					continue;
				}
			}
			catch (RuntimeException ex) {
				log.warn("the relay could not publish and tries again: {}", ex.toString());
				pause = this.settings.pauseAfterFailure();
			}
			try {
				this.woken.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
		}
	}

	@Override
	public void start() {
		this.thread = Thread.ofPlatform().name("outbox-relay").daemon(true).unstarted(this::run);
		this.thread.start();
	}

	@Override
	public void stop() {
		Thread running = this.thread;
		this.thread = null;
		wake();
		try {
			if (running != null) {
				running.join(this.settings.lease());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

}
