package org.sharaka.chassis.outbox;

import java.util.List;
import java.util.Optional;

/**
 * What writes need from the relay of their process. All methods are cheap and
 * thread-safe.
 */
interface RelayHandle {

	/** If no relay runs in this process, the relays of others find the events. */
	RelayHandle NO_RELAY = new RelayHandle() {
		@Override
		public Optional<Lease> lease() {
			return Optional.empty();
		}

		@Override
		public void publish(OutboxStore store, LeasedOutbox leased) {
			throw new IllegalStateException("no lease was given");
		}

		@Override
		public void append(String claim, Write write) {
			// no publication in this process
		}

		@Override
		public void wake() {
			// no relay in this process
		}
	};

	/**
	 * The events of one write.
	 */
	record Write(String aggregateId, long versionBefore, long versionAfter, List<PendingEvent> events) {
	}

	/**
	 * A lease for a write to acquire; empty if the relay would not publish the events at
	 * once.
	 */
	Optional<Lease> lease();

	/** Publishes the events of an aggregate whose lease a write has acquired. */
	void publish(OutboxStore store, LeasedOutbox leased);

	/**
	 * Adds a write's events to the publication that holds this claim, if it is one of
	 * this process.
	 */
	void append(String claim, Write write);

	/** Makes the relay look for events that were written without a lease. */
	void wake();

}
