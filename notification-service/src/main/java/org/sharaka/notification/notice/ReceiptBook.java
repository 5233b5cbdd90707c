package org.sharaka.notification.notice;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.sharaka.notification.delivery.Receipt;

/**
 * Which notice each message at a provider belongs to, and what the provider said of it
 * later. Either may be written first.
 */
public interface ReceiptBook {

	/**
	 * A message that a provider took over.
	 *
	 * @param attempt which of the notice's attempts it belongs to
	 * @param siblings the ids of all messages of that attempt, this one among them
	 * @param state the last word on it; null if there is none
	 */
	record Part(PartId id, String noticeId, int attempt, List<PartId> siblings, Receipt.@Nullable State state) {

		public Part {
			siblings = List.copyOf(siblings);
		}

	}

	/** A message at a provider. */
	record PartId(String provider, String messageId) {
	}

	/** Notes that receipts for these are to come. */
	void expect(Collection<Part> parts);

	/**
	 * Keeps a final receipt; of several for one message, {@code DELIVERED} counts.
	 * @return what it is a receipt of, if that is known already
	 */
	Optional<Part> keep(Receipt receipt);

	/** Those of these that are known. */
	List<Part> of(Collection<PartId> ids);

}
