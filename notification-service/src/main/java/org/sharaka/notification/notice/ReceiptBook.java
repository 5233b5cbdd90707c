package org.sharaka.notification.notice;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
	 * @param parts how many messages that attempt has
	 * @param state the last word on it; null if there is none
	 */
	record Part(String provider, String messageId, String noticeId, int attempt, int parts,
			Receipt.@Nullable State state) {
	}

	/** Notes that receipts for these are to come. */
	void expect(Collection<Part> parts);

	/**
	 * Keeps a receipt; a final state stays.
	 * @return the notice, if it is known already
	 */
	Optional<String> keep(Receipt receipt);

	/** Those of these notices that have a receipt. */
	Set<String> withReceipts(Collection<String> noticeIds);

	/** The notice's parts, of all attempts. */
	List<Part> partsOf(String noticeId);

}
