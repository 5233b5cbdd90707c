package org.sharaka.notification.delivery;

import java.time.Duration;
import java.util.List;

/**
 * The result of handing one message to a provider.
 */
public sealed interface SendResult {

	/** The provider's name where no provider was asked. */
	String NO_PROVIDER = "none";

	/**
	 * The name of the provider that gave this result; {@link #NO_PROVIDER} until
	 * {@link GuardedProvider} adds it.
	 */
	String provider();

	/** The same result, given by this provider. */
	SendResult from(String provider);

	/**
	 * The provider has taken responsibility for the whole message.
	 *
	 * @param messageIds the provider's ids, in the order of the parts; receipts name them
	 */
	record Accepted(String provider, List<String> messageIds) implements SendResult {

		public Accepted {
			messageIds = List.copyOf(messageIds);
		}

		public Accepted(List<String> messageIds) {
			this(NO_PROVIDER, messageIds);
		}

		@Override
		public SendResult from(String name) {
			return new Accepted(name, this.messageIds);
		}

	}

	/**
	 * The provider has certainly not taken the whole message. Another attempt may succeed
	 * and does not show the message twice.
	 */
	record Deferred(String provider, Reason reason, Origin origin) implements SendResult {

		public Deferred(Reason reason, Origin origin) {
			this(NO_PROVIDER, reason, origin);
		}

		@Override
		public SendResult from(String name) {
			return new Deferred(name, this.reason, this.origin);
		}

	}

	/**
	 * Permanent for this recipient or this message: another attempt cannot succeed.
	 */
	record Rejected(String provider, Reason reason) implements SendResult {

		public Rejected(Reason reason) {
			this(NO_PROVIDER, reason);
		}

		@Override
		public SendResult from(String name) {
			return new Rejected(name, this.reason);
		}

	}

	/**
	 * The provider may or may not have accepted. Another attempt, with this or another
	 * provider, may show the message twice.
	 */
	record Unknown(String provider, Reason reason) implements SendResult {

		public Unknown(Reason reason) {
			this(NO_PROVIDER, reason);
		}

		@Override
		public SendResult from(String name) {
			return new Unknown(name, this.reason);
		}

	}

	/**
	 * The guard refused before the provider was asked, because the breaker is open or the
	 * rate or the concurrency is used up. It does not count as one of the notice's
	 * attempts.
	 *
	 * @param reason {@code circuit-open}, {@code throttled}, {@code bulkhead-full} or
	 * {@code no-provider}
	 * @param retryAfter the earliest time at which another request makes sense
	 */
	record NotAttempted(String provider, Reason reason, Duration retryAfter) implements SendResult {

		public NotAttempted(Reason reason, Duration retryAfter) {
			this(NO_PROVIDER, reason, retryAfter);
		}

		@Override
		public SendResult from(String name) {
			return new NotAttempted(name, this.reason, this.retryAfter);
		}

	}

	/**
	 * Who caused a deferral. It decides whether another provider is asked at once, and
	 * whether the circuit breaker counts it.
	 */
	enum Origin {

		/**
		 * There was no usable connection, so nothing was handed over. Counts as a
		 * failure; another provider may be asked.
		 */
		CONNECTION,

		/** The provider is reachable but cannot work. Counts as a failure. */
		PROVIDER,

		/** The provider asks for a lower rate. Does not count as a failure. */
		THROTTLE,

		/**
		 * The recipient's side, for now: mailbox full, greylisted. Does not count,
		 * because the provider itself works.
		 */
		RECIPIENT

	}

}
