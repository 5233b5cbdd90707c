package org.sharaka.notification.notice;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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
			this.book.keep(receipt).ifPresent(this::settle);
		}
	}

	/** To be told before it is written that notices were sent. */
	public void expect(Collection<Part> parts) {
		if (!parts.isEmpty()) {
			this.book.expect(parts);
		}
	}

	/** To be told after it was written that notices were sent. */
	public void sent(Collection<Part> parts) {
		if (!parts.isEmpty()) {
			this.book.of(parts.stream().map(Part::id).toList())
				.stream()
				.filter((part) -> part.state() != null)
				.forEach(this::settle);
		}
	}

	/** Again if somebody else changed the notice in between. */
	private void settle(Part part) {
		State verdict = verdict(this.book.of(part.siblings()), part.siblings().size());
		boolean settled = !verdict.isFinal();
		while (!settled) {
			Optional<NoticeChange> change = Optional.empty();
			Optional<Notice> sent = this.notices.find(part.noticeId())
				.filter((notice) -> notice.status() == NoticeStatus.SENT);
			if (sent.isPresent()) {
				change = change(sent.get(), part, verdict);
			}
			settled = change.isEmpty() || this.notices.write(sent.orElseThrow(), change.get());
		}
	}

	/** That an earlier attempt was lost says nothing: the last one is still under way. */
	private Optional<NoticeChange> change(Notice sent, Part part, State verdict) {
		String provider = part.id().provider();
		if (verdict == State.DELIVERED) {
			return Optional.of(sent.delivered(provider, this.clock.instant()));
		}
		return (part.attempt() == sent.attempts())
				? Optional.of(sent.undelivered(provider, verdict, this.clock.instant())) : Optional.empty();
	}

	/**
	 * Delivered if all parts are; lost if one is; else {@link State#EN_ROUTE}.
	 */
	static State verdict(List<Part> parts, int all) {
		List<State> states = parts.stream()
			.map((part) -> Optional.ofNullable(part.state()).orElse(State.EN_ROUTE))
			.toList();
		if (states.size() == all && states.stream().allMatch((state) -> state == State.DELIVERED)) {
			return State.DELIVERED;
		}
		return states.stream()
			.filter((state) -> state.isFinal() && state != State.DELIVERED)
			.findFirst()
			.orElse(State.EN_ROUTE);
	}

}
