package org.sharaka.chassis.outbox;

import java.util.Optional;

/**
 * The relay, as those see it who write. All methods are cheap and safe for any thread.
 */
interface RelayHandle {

	/** When no relay runs in this process: others find what is written. */
	RelayHandle NO_RELAY = new RelayHandle() {
		@Override
		public Optional<Lease> lease() {
			return Optional.empty();
		}

		@Override
		public void publish(OutboxStore from, LeasedOutbox claimed) {
			throw new IllegalStateException("no lease was given");
		}

		@Override
		public void wake() {
			// nobody to wake
		}
	};

	/**
	 * A lease for a write to take; empty if the relay would not publish at once.
	 */
	Optional<Lease> lease();

	/** Publishes what a write has taken such a lease on. */
	void publish(OutboxStore from, LeasedOutbox claimed);

	/** Looks for what was written without one. */
	void wake();

}
