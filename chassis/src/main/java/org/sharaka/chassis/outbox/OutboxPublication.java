package org.sharaka.chassis.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.outbox.LeasedOutbox.Republication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the events of one aggregate under one lease: one after the other, each when
 * the one before is acknowledged. It pauses when it has no more events, at the first
 * failure, when the relay stops, when the outbox should be shortened, or when the rest of
 * the lease is too short for another send. The relay then settles it, that is, writes the
 * result to the database, and either closes or resumes it.
 *
 * <p>
 * Writes of this process append their events while the publication holds the lease, also
 * while it is being settled: a write that found this lease in the document was committed
 * before any settlement that gives the lease back, so that settlement, which is filtered
 * on the version, will not match.
 */
final class OutboxPublication {

	/** By how much the clocks of a service's instances may differ. */
	static final Duration MAX_CLOCK_SKEW = Duration.ofSeconds(5);

	/** How much of a lease must be left for a send to begin. */
	static final Duration MIN_REMAINING_LEASE = KafkaBroker.LONGEST_SEND.plus(MAX_CLOCK_SKEW);

	/** After so many acknowledged events the outbox is shortened before more are sent. */
	static final int MAX_ACKNOWLEDGED = 64;

	private static final Logger log = LoggerFactory.getLogger(OutboxPublication.class);

	private final OutboxStore store;

	private final String aggregateId;

	private final long bytes;

	private final @Nullable Republication republication;

	private final Deque<PendingEvent> republished = new ArrayDeque<>();

	private final Deque<PendingEvent> unsent;

	/** Events of later writes that are not next in turn yet, by the version before. */
	private final TreeMap<Long, Arrival> arrivals = new TreeMap<>();

	/** Sent, but still in the outbox. */
	private final List<PendingEvent> acknowledged = new ArrayList<>();

	/** How many of the acknowledged events are in the history. */
	private int recorded;

	/** All events up to this version are known. */
	private long version;

	private Lease lease;

	private Phase phase = Phase.RUNNING;

	private boolean failed;

	/** How many outcomes came after the lease. */
	private int late;

	/** For how many of these a republication was requested. */
	private int lateHandled;

	private enum Phase {

		/** Sends events. */
		RUNNING,
		/** Waits to be settled or is being settled; the lease is kept if more arrives. */
		PAUSED,
		/** Is settled by giving the lease back although there are events left. */
		RELEASING, CLOSED

	}

	private record Arrival(long versionAfter, List<PendingEvent> events) {
	}

	OutboxPublication(OutboxStore store, LeasedOutbox leased) {
		this.store = store;
		this.aggregateId = leased.aggregateId();
		this.lease = leased.lease();
		this.version = leased.version();
		this.unsent = new ArrayDeque<>(leased.events());
		this.bytes = leased.bytes();
		this.republication = leased.republication();
		if (this.republication != null) {
			this.republished.addAll(this.republication.events());
		}
	}

	OutboxStore store() {
		return this.store;
	}

	String aggregateId() {
		return this.aggregateId;
	}

	String claim() {
		return this.lease.claim();
	}

	/** About how many bytes of events it was started with. */
	long bytes() {
		return this.bytes;
	}

	/** Sends events until it pauses. Blocks while it waits for the broker. */
	void run(Broker broker, String source, Clock clock, RelayMeters meters, BooleanSupplier stopping) {
		for (PendingEvent event = next(clock, stopping); event != null; event = next(clock, stopping)) {
			Throwable failure = null;
			try {
				Duration left = Duration.between(clock.instant(), this.lease.until());
				broker.send(event.toRecord(source))
					.toCompletableFuture()
					.get(Math.max(left.toMillis(), 1), TimeUnit.MILLISECONDS);
			}
			// an Error too: if the publication stayed in its phase, nobody would settle
			// it
			catch (Throwable ex) {
				failure = ex;
			}
			sent(event, failure, clock.instant(), meters);
		}
	}

	private synchronized @Nullable PendingEvent next(Clock clock, BooleanSupplier stopping) {
		if (this.phase != Phase.RUNNING) {
			return null;
		}
		PendingEvent next = this.republished.isEmpty() ? this.unsent.peekFirst() : this.republished.peekFirst();
		if (next == null || this.failed || this.acknowledged.size() >= MAX_ACKNOWLEDGED || stopping.getAsBoolean()
				|| Duration.between(clock.instant(), this.lease.until()).compareTo(MIN_REMAINING_LEASE) < 0) {
			this.phase = Phase.PAUSED;
			return null;
		}
		return next;
	}

	/**
	 * Notes the outcome of a send. If it is known only after another relay may have taken
	 * over, the record may have been written to the topic after newer ones.
	 */
	private synchronized void sent(PendingEvent event, @Nullable Throwable failure, Instant now, RelayMeters meters) {
		if (now.isAfter(this.lease.until().minus(MAX_CLOCK_SKEW))) {
			this.late++;
			meters.late();
			log.warn("the outcome of sending event {} of aggregate {} came after the lease had ended", event.id(),
					this.aggregateId);
		}
		if (failure != null) {
			this.failed = true;
			meters.failed();
			log.warn("aggregate {} keeps {} event(s) for later: {}", this.aggregateId, this.unsent.size(),
					rootOf(failure).toString());
		}
		else if (!this.republished.isEmpty()) {
			this.republished.removeFirst();
		}
		else {
			this.unsent.removeFirst();
			this.acknowledged.add(event);
			meters.published(Duration.between(event.recordedAt(), now));
		}
	}

	private static Throwable rootOf(Throwable failure) {
		return (failure.getCause() != null) ? rootOf(failure.getCause()) : failure;
	}

	/** What came of {@link #append}. */
	enum Appended {

		/** They will be sent. */
		ACCEPTED,
		/** They will be sent if the caller runs the publication. */
		RUN,
		/** The lease is about to be given back: the relay has to claim the aggregate. */
		REFUSED

	}

	/** Adds the events of a write that found this publication's lease in the document. */
	synchronized Appended append(long versionBefore, long versionAfter, List<PendingEvent> events) {
		if (this.phase == Phase.CLOSED || this.phase == Phase.RELEASING) {
			return Appended.REFUSED;
		}
		this.arrivals.put(versionBefore, new Arrival(versionAfter, events));
		absorbArrivals();
		boolean run = this.phase == Phase.PAUSED && !this.failed && !this.unsent.isEmpty()
				&& this.acknowledged.size() < MAX_ACKNOWLEDGED;
		if (run) {
			this.phase = Phase.RUNNING;
		}
		return run ? Appended.RUN : Appended.ACCEPTED;
	}

	private void absorbArrivals() {
		this.arrivals.headMap(this.version).clear();
		for (Arrival next = this.arrivals.remove(this.version); next != null; next = this.arrivals
			.remove(this.version)) {
			this.unsent.addAll(next.events());
			this.version = next.versionAfter();
		}
	}

	/**
	 * What is to be written to the database now; null if the publication runs or is
	 * closed.
	 * @param renewal the lease to continue with
	 */
	synchronized @Nullable Settlement settlement(boolean stopping, Lease renewal, Instant retryAt) {
		if (this.phase == Phase.RUNNING || this.phase == Phase.CLOSED) {
			return null;
		}
		List<PendingEvent> unrecorded = List.copyOf(this.acknowledged.subList(this.recorded, this.acknowledged.size()));
		boolean complete = this.unsent.isEmpty() && this.republished.isEmpty();
		Settlement.Kind kind = complete ? Settlement.Kind.CLEAR : this.failed ? Settlement.Kind.RETRY_LATER
				: stopping ? Settlement.Kind.RELEASE : Settlement.Kind.RENEW;
		if (kind == Settlement.Kind.RETRY_LATER || kind == Settlement.Kind.RELEASE) {
			this.phase = Phase.RELEASING;
		}
		String mark = (this.republication != null && this.republished.isEmpty()) ? this.republication.mark() : null;
		return new Settlement(this, kind, this.version, renewal, retryAt, List.copyOf(this.acknowledged), unrecorded,
				this.late > this.lateHandled, this.late, mark);
	}

	/** The history and the request for a republication are written. */
	synchronized void recorded(Settlement settlement) {
		this.recorded = settlement.acknowledged().size();
		this.lateHandled = settlement.lateOutcomes();
	}

	/** Continues under the renewed lease. */
	synchronized void renewed(Settlement settlement) {
		this.lease = settlement.renewal();
		this.acknowledged.subList(0, settlement.acknowledged().size()).clear();
		this.recorded = 0;
	}

	/** Takes over what other processes have added to the outbox. */
	synchronized void merge(LeasedOutbox current) {
		long known = this.version;
		if (current.version() > known) {
			current.events().stream().filter((event) -> event.sequence() > known).forEach(this.unsent::add);
			this.version = current.version();
		}
		absorbArrivals();
	}

	/** Whether the caller has to run it again. */
	synchronized boolean resume() {
		if (this.phase != Phase.PAUSED || this.unsent.isEmpty() && this.republished.isEmpty()) {
			return false;
		}
		this.phase = Phase.RUNNING;
		return true;
	}

	/** Whether writes have appended events since the settlement was made. */
	synchronized boolean hasGrownSince(Settlement settlement) {
		return this.version > settlement.version();
	}

	synchronized void close() {
		this.phase = Phase.CLOSED;
	}

	synchronized boolean hasFailed() {
		return this.failed;
	}

	/** Whether it was closed before all known events were sent. */
	synchronized boolean leavesEvents() {
		return !this.failed && (!this.unsent.isEmpty() || !this.arrivals.isEmpty());
	}

	synchronized boolean isClosed() {
		return this.phase == Phase.CLOSED;
	}

	synchronized boolean isPaused() {
		return this.phase == Phase.PAUSED;
	}

}
