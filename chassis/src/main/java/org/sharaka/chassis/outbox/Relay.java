package org.sharaka.chassis.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.id.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes the events in the outboxes. Every instance of a service runs one; a lease per
 * aggregate makes sure that only one of them publishes an aggregate's events at a time.
 *
 * <p>
 * What its own process writes it publishes at once, under a lease that the write itself
 * has acquired, or as part of the aggregate's publication that is in flight. That costs
 * the database one further update when the broker has acknowledged, and these are
 * collected while the ones before are written. What was written otherwise (in bulk, by a
 * process that died, while the broker was away) is claimed in batches, when the relay is
 * woken and in a regular sweep.
 */
public final class Relay implements SmartLifecycle, RelayHandle {

	/**
	 * @param batch the maximum number of publications in flight
	 * @param sweep how often to look for events without being woken
	 * @param lease how long a lease lasts; if a relay dies, its aggregates wait this long
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

	/** A claim waits while the events in flight take up more than this. */
	private static final long MAX_BYTES_IN_FLIGHT = 64L * 1024 * 1024;

	private static final Logger log = LoggerFactory.getLogger(Relay.class);

	private final List<OutboxStore> stores;

	private final Broker broker;

	private final String source;

	private final Ids ids;

	private final Clock clock;

	private final Settings settings;

	private final RelayMeters meters;

	private final Map<Key, OutboxPublication> inFlight = new ConcurrentHashMap<>();

	private final AtomicLong bytesInFlight = new AtomicLong();

	private final ConcurrentLinkedQueue<OutboxPublication> paused = new ConcurrentLinkedQueue<>();

	private final Semaphore woken = new Semaphore(0);

	/** Whether there may be events to claim. */
	private volatile boolean hasBacklog = true;

	/** Whether the broker's last response was a failure. */
	private volatile boolean failing;

	private volatile boolean stopping;

	private volatile Instant lastSweep;

	private volatile @Nullable Thread thread;

	private record Key(String claim, String aggregateId) {
	}

	/**
	 * @param source the CloudEvents source of all that is published, such as
	 * {@code /meeting-service}
	 */
	public Relay(List<AggregateCollection> aggregates, Outbox outbox, Broker broker, String source, Ids ids,
			Clock clock, Settings settings, MeterRegistry meters) {
		this.stores = aggregates.stream().map(AggregateCollection::store).toList();
		this.broker = broker;
		this.source = source;
		this.ids = ids;
		this.clock = clock;
		this.settings = settings;
		this.lastSweep = clock.instant();
		this.meters = new RelayMeters(meters, this::oldestAgeSeconds, this::malformed);
		outbox.publishedBy(this);
	}

	@Override
	public Optional<Lease> lease() {
		if (!isRunning() || this.failing || this.inFlight.size() >= this.settings.batch()) {
			return Optional.empty();
		}
		return Optional.of(newLease());
	}

	private Lease newLease() {
		return new Lease(this.ids.newId(), this.clock.instant().plus(this.settings.lease()));
	}

	@Override
	public void append(String claim, Write write) {
		OutboxPublication publication = this.inFlight.get(new Key(claim, write.aggregateId()));
		if (publication == null) {
			return;
		}
		switch (publication.append(write.versionBefore(), write.versionAfter(), write.events())) {
			case RUN -> run(publication);
			case REFUSED -> wake();
			case ACCEPTED -> {
				// the thread that runs or settles it sends them
			}
		}
	}

	@Override
	public void wake() {
		this.hasBacklog = true;
		this.woken.release();
	}

	@Override
	public void publish(OutboxStore store, LeasedOutbox leased) {
		OutboxPublication publication = new OutboxPublication(store, leased);
		this.inFlight.put(new Key(publication.claim(), publication.aggregateId()), publication);
		this.bytesInFlight.addAndGet(publication.bytes());
		run(publication);
	}

	/** On a thread of its own, since a send may wait for the metadata of its topic. */
	private void run(OutboxPublication publication) {
		Thread.startVirtualThread(() -> {
			publication.run(this.broker, this.source, this.clock, this.meters, () -> this.stopping);
			this.failing = publication.hasFailed();
			this.paused.add(publication);
			this.woken.release();
		});
	}

	/**
	 * Claims as many aggregates as there is room for, and starts to publish their events.
	 * @throws com.mongodb.MongoException if the database does not answer
	 */
	private void claim() {
		this.hasBacklog = false;
		for (OutboxStore store : this.stores) {
			int room = this.settings.batch() - this.inFlight.size();
			long bytes = MAX_BYTES_IN_FLIGHT - this.bytesInFlight.get();
			List<LeasedOutbox> leased = (room > 0 && bytes > 0)
					? store.claim(newLease(), room, bytes, this.clock.instant()) : List.of();
			leased.forEach((one) -> publish(store, one));
			if (leased.size() >= room || this.bytesInFlight.get() >= MAX_BYTES_IN_FLIGHT) {
				this.hasBacklog = true;
			}
		}
	}

	/**
	 * Writes the results of the publications that have paused. What cannot be written now
	 * is written the next time.
	 * @throws com.mongodb.MongoException if the database does not answer
	 */
	private void settle() {
		Set<OutboxPublication> now = new LinkedHashSet<>();
		for (OutboxPublication one = this.paused.poll(); one != null; one = this.paused.poll()) {
			now.add(one);
		}
		try {
			Instant retryAt = this.clock.instant().plus(this.settings.pauseAfterFailure());
			now.stream().collect(Collectors.groupingBy(OutboxPublication::store)).forEach((store, publications) -> {
				List<Settlement> settlements = new ArrayList<>();
				for (OutboxPublication publication : publications) {
					Lease renewal = new Lease(publication.claim(), this.clock.instant().plus(this.settings.lease()));
					Settlement settlement = publication.settlement(this.stopping, renewal, retryAt);
					if (settlement != null) {
						settlements.add(settlement);
					}
				}
				if (!settlements.isEmpty()) {
					store.settle(settlements);
				}
				settlements.forEach((settlement) -> conclude(settlement.publication()));
				now.removeAll(publications);
			});
		}
		finally {
			this.paused.addAll(now);
		}
	}

	private void conclude(OutboxPublication publication) {
		if (publication.isClosed()) {
			if (this.inFlight.remove(new Key(publication.claim(), publication.aggregateId())) != null) {
				this.bytesInFlight.addAndGet(-publication.bytes());
			}
			if (publication.leavesEvents()) {
				this.hasBacklog = true;
			}
		}
		else if (publication.resume()) {
			run(publication);
		}
		else if (publication.isPaused()) {
			this.paused.add(publication);
			this.woken.release();
		}
	}

	/** One batch of each collection, from claim to settlement, in this thread. */
	void publishOnce() {
		claim();
		while (!this.inFlight.isEmpty()) {
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
			settle();
		}
	}

	private void keepRunning() {
		long lastSweepNanos = 0;
		while (this.thread == Thread.currentThread() || !this.inFlight.isEmpty()) {
			try {
				this.woken.drainPermits();
				settle();
				boolean sweep = System.nanoTime() - lastSweepNanos > this.settings.sweep().toNanos();
				if (!this.stopping && (this.hasBacklog || sweep)) {
					claim();
					lastSweepNanos = System.nanoTime();
					this.lastSweep = this.clock.instant();
				}
				this.woken.tryAcquire(this.settings.sweep().toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				return;
			}
			// an Error too: without this thread no event would be published any more
			catch (Throwable ex) {
				if (!pausedAfter(ex)) {
					return;
				}
			}
		}
	}

	private boolean pausedAfter(Throwable failure) {
		try {
			log.warn("the relay could not publish and tries again: {}", failure.toString());
			Thread.sleep(this.settings.pauseAfterFailure());
			return true;
		}
		catch (InterruptedException ex) {
			return false;
		}
		catch (Throwable again) {
			// no memory to log with, for example; the next attempt may fare better
			return true;
		}
	}

	/** How long the oldest unpublished event has waited. */
	double oldestAgeSeconds() {
		Instant now = this.clock.instant();
		return this.stores.stream()
			.map(OutboxStore::oldest)
			.flatMap(Optional::stream)
			.mapToDouble((since) -> Duration.between(since, now).toMillis() / 1000.0)
			.max()
			.orElse(0);
	}

	/** How many outboxes could not be read. */
	int malformed() {
		return this.stores.stream().mapToInt(OutboxStore::malformed).sum();
	}

	/** When the relay last looked for events in the database, and got an answer. */
	Instant lastSweep() {
		return this.lastSweep;
	}

	/** Starts before everything that writes, and stops after it. */
	@Override
	public int getPhase() {
		return 0;
	}

	@Override
	public void start() {
		this.stopping = false;
		Thread started = Thread.ofPlatform().name("outbox-relay").daemon(true).unstarted(this::keepRunning);
		this.thread = started;
		started.start();
	}

	/** Waits for the answers to what was sent to the broker. */
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
		Thread running = this.thread;
		return running != null && running.isAlive();
	}

}
