package org.sharaka.notification.notice;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.sharaka.notification.delivery.Receipt;

/**
 * The messages that providers have accepted, with their delivery receipts. The message or
 * its receipt may be written first.
 */
public interface DeliveryReceipts {

	/**
	 * A message that a provider accepted.
	 *
	 * @param attempt the attempt of the notice that it belongs to
	 * @param siblings the ids of all messages of that attempt, this one included
	 * @param state the state of the latest receipt; null if there is none
	 */
	record Part(PartId id, String noticeId, int attempt, List<PartId> siblings, Receipt.@Nullable State state) {

		public Part {
			siblings = List.copyOf(siblings);
		}

	}

	/** A message's id at a provider. */
	record PartId(String provider, String messageId) {
	}

	/** Records messages whose receipts are expected. */
	void expect(Collection<Part> parts);

	/**
	 * Records a final receipt. Of several receipts for one message, {@code DELIVERED}
	 * wins.
	 * @return the message, if it is known already
	 */
	Optional<Part> record(Receipt receipt);

	/** Those of these messages that are known. */
	List<Part> find(Collection<PartId> ids);

}
