package org.sharaka.chassis.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.id.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes what is in the outboxes. Runs in every instance of a service: a lease per
 * aggregate keeps them out of each other's way.
 *
 * <p>
 * What its own process writes it publishes at once, under a lease that the write itself
 * has taken: that costs the database one further update, when the broker has
 * acknowledged, and these are collected while the one before is under way. What is
 * written otherwise (in bulk, by another process that died, while an earlier event of the
 * aggregate is under way or the broker is away) it looks for, when woken or in a sweep,
 * and claims in batches.
 */
public final class Relay implements SmartLifecycle, RelayHandle {

	/**
	 * @param batch how many aggregates may be under way
	 * @param sweep how often to look without being woken
	 * @param lease how long a claim holds; nobody else publishes meanwhile what a dead
	 * relay held
	 * @param pauseAfterFailure how long to leave an aggregate, or the database, alone
	 * after it failed
	 */
	public record Settings(int batch, Duration sweep, Duration lease, Duration pauseAfterFailure) {

		public static final Settings DEFAULT = new Settings(500, Duration.ofSeconds(1), Duration.ofSeconds(30),
				Duration.ofSeconds(1));

		public Settings {
			if (lease.compareTo(OutboxPublication.MIN_REMAINING_LEASE) <= 0) {
				throw new IllegalArgumentException(
						"a lease of " + lease + " leaves no time to send anything: more than "
								+ OutboxPublication.MIN_REMAINING_LEASE + " are needed");
			}
		}

	}

	private static final Logger log = LoggerFactory.getLogger(Relay.class);

	private final List<OutboxStore> sources;

	private final Broker broker;

	private final String source;

	private final Ids ids;

	private final Clock clock;

	private final Settings settings;

	private final RelayMeters meters;

	private final AtomicInteger underWay = new AtomicInteger();

	private final ConcurrentLinkedQueue<OutboxPublication> ended = new ConcurrentLinkedQueue<>();

	private final Semaphore woken = new Semaphore(0);

	/** Whether there may be something to claim. */
	private volatile boolean more = true;

	/** Whether the last that was heard of the broker was a failure. */
	private volatile boolean failing;

	private volatile boolean stopping;

	private volatile @Nullable Thread thread;

	/**
	 * @param source the CloudEvents source of all that is published, such as
	 * {@code /meeting-service}
	 */
	public Relay(List<AggregateCollection> aggregates, Outbox outbox, Broker broker, String source, Ids ids,
			Clock clock, Settings settings, MeterRegistry meters) {
		this.sources = aggregates.stream().map(AggregateCollection::claims).toList();
		this.broker = broker;
		this.source = source;
		this.ids = ids;
		this.clock = clock;
		this.settings = settings;
		this.meters = new RelayMeters(meters, this::oldestAgeSeconds);
		outbox.publishedBy(this);
	}

	@Override
	public Optional<Lease> lease() {
		if (!isRunning() || this.failing || this.underWay.get() >= this.settings.batch()) {
			return Optional.empty();
		}
		return Optional.of(newLease());
	}

	private Lease newLease() {
		return new Lease(this.ids.newId(), this.clock.instant().plus(this.settings.lease()));
	}

	@Override
	public void publish(OutboxStore from, LeasedOutbox claimed) {
		start(from, claimed);
	}

	@Override
	public void wake() {
		this.more = true;
		this.woken.release();
	}

	/** On a thread of its own: a send may wait for the metadata of its topic. */
	private CompletableFuture<Void> start(OutboxStore from, LeasedOutbox claimed) {
		this.underWay.incrementAndGet();
		OutboxPublication publication = new OutboxPublication(from, claimed);
		return CompletableFuture.runAsync(() -> {
			try {
				publication.run(this.broker, this.source, this.clock, this.meters, () -> !this.stopping);
			}
			finally {
				this.failing = publication.settled().failed();
				this.ended.add(publication);
				this.woken.release();
			}
		}, Thread::startVirtualThread);
	}

	/**
	 * OutboxStore what it has room for, and sends it on its way.
	 * @throws com.mongodb.MongoException if the database does not answer
	 */
	private List<CompletableFuture<Void>> claim() {
		this.more = false;
		List<CompletableFuture<Void>> started = new ArrayList<>();
		for (OutboxStore claims : this.sources) {
			int room = this.settings.batch() - this.underWay.get();
			List<LeasedOutbox> claimed = (room > 0) ? claims.claim(newLease(), room, this.clock.instant()) : List.of();
			claimed.forEach((one) -> started.add(start(claims, one)));
			if (claimed.size() >= room) {
				this.more = true;
			}
		}
		return started;
	}

	/**
	 * Writes down what has ended since the last time. What cannot be written now is
	 * written the next time: until then its leases hold, and run out.
	 * @throws com.mongodb.MongoException if the database does not answer
	 */
	private void settle() {
		List<OutboxPublication> now = new ArrayList<>();
		for (OutboxPublication one = this.ended.poll(); one != null; one = this.ended.poll()) {
			now.add(one);
		}
		try {
			Instant retryAt = this.clock.instant().plus(this.settings.pauseAfterFailure());
			now.stream().collect(Collectors.groupingBy(OutboxPublication::from)).forEach((from, publications) -> {
				if (!from.settle(publications.stream().map(OutboxPublication::settled).toList(), retryAt)) {
					this.more = true;
				}
				now.removeIf((one) -> one.from() == from);
				this.underWay.addAndGet(-publications.size());
			});
		}
		finally {
			this.ended.addAll(now);
		}
	}

	/** One batch of each collection, from claim to settlement, in this thread. */
	void publishOnce() {
		claim().forEach(CompletableFuture::join);
		settle();
	}

	private void run() {
		long looked = 0;
		while (this.thread == Thread.currentThread() || this.underWay.get() > 0) {
			try {
				this.woken.drainPermits();
				settle();
				boolean sweep = System.nanoTime() - looked > this.settings.sweep().toNanos();
				if (isRunning() && (this.more || sweep)) {
					looked = System.nanoTime();
					claim();
				}
				this.woken.tryAcquire(this.settings.sweep().toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (RuntimeException ex) {
				log.warn("the relay could not publish and tries again: {}", ex.toString());
				if (!pausedAfterFailure()) {
					return;
				}
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

	private boolean pausedAfterFailure() {
		try {
			Thread.sleep(this.settings.pauseAfterFailure());
			return true;
		}
		catch (InterruptedException ex) {
			return false;
		}
	}

	private double oldestAgeSeconds() {
		Instant now = this.clock.instant();
		return this.sources.stream()
			.map(OutboxStore::oldest)
			.flatMap(Optional::stream)
			.mapToDouble((since) -> Duration.between(since, now).toMillis() / 1000.0)
			.max()
			.orElse(0);
	}

	/** Below all that writes: starts before them and stops after them. */
	@Override
	public int getPhase() {
		return 0;
	}

	@Override
	public void start() {
		this.stopping = false;
		Thread started = Thread.ofPlatform().name("outbox-relay").daemon(true).unstarted(this::run);
		this.thread = started;
		started.start();
	}

	/** Waits for what is with the broker. */
	@Override
	public void stop() {
		Thread running = this.thread;
		this.thread = null;
		this.stopping = true;
		this.woken.release();
		try {
			if (running != null && !running.join(KafkaBroker.LONGEST_SEND.plus(KafkaBroker.LONGEST_SEND))) {
				running.interrupt();
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
