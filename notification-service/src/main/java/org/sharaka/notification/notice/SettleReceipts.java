package org.sharaka.notification.notice;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.sharaka.notification.delivery.Receipt;
import org.sharaka.notification.delivery.Receipt.State;
import org.sharaka.notification.delivery.ReceiptListener;
import org.sharaka.notification.notice.ReceiptBook.Part;

/**
 * Brings receipts and notices together, whichever comes first: who writes that a notice
 * was sent looks for receipts afterwards, who keeps a receipt looks for the notice
 * afterwards. A receipt may come twice, late, or after a restart.
 */
public class SettleReceipts implements ReceiptListener {

	private final ReceiptBook book;

	private final Notices notices;

	private final Clock clock;

	public SettleReceipts(ReceiptBook book, Notices notices, Clock clock) {
		this.book = book;
		this.notices = notices;
		this.clock = clock;
	}

	@Override
	public void received(Receipt receipt) {
		if (receipt.state().isFinal()) {
			this.book.keep(receipt).ifPresent((noticeId) -> settle(noticeId, receipt.provider()));
		}
	}

	/** To be told before it is written that notices were sent. */
	public void expect(Collection<Part> parts) {
		if (!parts.isEmpty()) {
			this.book.expect(parts);
		}
	}

	/** To be told after it was written that notices were sent. */
	public void sent(Map<String, String> providersByNotice) {
		if (!providersByNotice.isEmpty()) {
			this.book.withReceipts(providersByNotice.keySet())
				.forEach((noticeId) -> settle(noticeId, providersByNotice.getOrDefault(noticeId, "")));
		}
	}

	/** Again if somebody else changed the notice in between. */
	private void settle(String noticeId, String provider) {
		boolean settled = false;
		while (!settled) {
			Optional<Notice> sent = this.notices.find(noticeId)
				.filter((notice) -> notice.status() == NoticeStatus.SENT);
			State verdict = verdict(this.book.partsOf(noticeId));
			settled = sent.isEmpty() || !verdict.isFinal()
					|| this.notices.write(sent.get(),
							(verdict == State.DELIVERED) ? sent.get().delivered(provider, this.clock.instant())
									: sent.get().undelivered(provider, verdict, this.clock.instant()));
		}
	}

	/**
	 * Delivered if all parts of one attempt are; lost if a part of the last attempt is;
	 * else {@link State#EN_ROUTE}.
	 */
	static State verdict(List<Part> parts) {
		Map<Integer, List<Part>> attempts = parts.stream().collect(Collectors.groupingBy(Part::attempt));
		boolean whole = attempts.values()
			.stream()
			.anyMatch((all) -> all.size() == all.getFirst().parts()
					&& all.stream().allMatch((part) -> part.state() == State.DELIVERED));
		if (whole) {
			return State.DELIVERED;
		}
		Set<State> lost = Set.of(State.EXPIRED, State.UNDELIVERABLE);
		return attempts.keySet()
			.stream()
			.max(Comparator.naturalOrder())
			.map(attempts::get)
			.stream()
			.flatMap(List::stream)
			.map((part) -> Optional.ofNullable(part.state()).orElse(State.EN_ROUTE))
			.filter(lost::contains)
			.findFirst()
			.orElse(State.EN_ROUTE);
	}

}
