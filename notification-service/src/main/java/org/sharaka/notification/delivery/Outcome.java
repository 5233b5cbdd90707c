package org.sharaka.notification.delivery;

import java.util.List;

/**
 * What came of one attempt to hand a notice to a provider.
 */
public sealed interface Outcome extends Answer {

	/**
	 * The provider has taken responsibility for the whole message.
	 *
	 * @param messageIds the provider's ids, in the order of the parts; receipts name them
	 */
	record Accepted(List<String> messageIds) implements Outcome {

		public Accepted {
			messageIds = List.copyOf(messageIds);
		}

	}

	/**
	 * The provider has certainly not taken the whole message; trying again later may work
	 * and shows nobody the message twice.
	 */
	record Deferred(Reason reason, Origin origin) implements Outcome {

	}

	/**
	 * Permanent for this recipient or this message: trying again cannot work.
	 */
	record Rejected(Reason reason) implements Outcome {

	}

	/**
	 * The provider may or may not have accepted. Sending again, here or elsewhere, may
	 * show the message twice: settle it first, by a receipt or a person's decision.
	 */
	record Unknown(Reason reason) implements Outcome {

	}

	/**
	 * Who caused a deferral. It decides whether another provider is asked at once, and
	 * whether the breaker counts it.
	 */
	enum Origin {

		/**
		 * No usable connection: nothing was handed over. Counts as a failure; another
		 * provider may be asked.
		 */
		CONNECTION,

		/** The provider is reachable and ill. Counts as a failure. */
		PROVIDER,

		/** We are too fast for it. Does not count: slowing down is the cure. */
		THROTTLE,

		/**
		 * This recipient, now: mailbox full, greylisted. Does not count: the provider is
		 * well.
		 */
		RECIPIENT

	}

}
