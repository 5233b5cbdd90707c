package org.sharaka.notification.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A provider's later word on one message that it had accepted (SMPP: delivery receipt).
 *
 * @param provider the provider's name
 * @param messageId one of {@link SendResult.Accepted#messageIds()}: of an SMS in parts
 * each part has its own receipt
 * @param error the network's error code, if it gave one
 */
public record Receipt(String provider, String messageId, State state, @Nullable String error) {

	public enum State {

		/** On its way: not final. */
		EN_ROUTE,

		DELIVERED,

		/** Tried until its validity ended. */
		EXPIRED,

		/** Refused by the network or the handset, for good. */
		UNDELIVERABLE,

		/** The provider does not say. */
		UNKNOWN;

		public boolean isFinal() {
			return this == DELIVERED || this == EXPIRED || this == UNDELIVERABLE;
		}

	}

}
