package org.sharaka.notification.notice.usecase;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.sharaka.notification.delivery.Receipt;
import org.sharaka.notification.delivery.Receipt.State;
import org.sharaka.notification.delivery.ReceiptListener;
import org.sharaka.notification.notice.DeliveryReceipts;
import org.sharaka.notification.notice.DeliveryReceipts.Part;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.NoticeStatus;
import org.sharaka.notification.notice.NoticeUpdate;
import org.sharaka.notification.notice.Notices;

/**
 * Updates notices by their delivery receipts. A receipt may arrive before the notice is
 * known to be sent, twice, late, or after a restart. The writer of a sent notice looks
 * for receipts after its write, and the writer of a receipt looks for the notice after
 * its write, so one of the two sees the other.
 */
public class ApplyReceipts implements ReceiptListener {

	private final DeliveryReceipts receipts;

	private final Notices notices;

	private final Clock clock;

	public ApplyReceipts(DeliveryReceipts receipts, Notices notices, Clock clock) {
		this.receipts = receipts;
		this.notices = notices;
		this.clock = clock;
	}

	@Override
	public void received(Receipt receipt) {
		if (receipt.state().isFinal()) {
			this.receipts.record(receipt).ifPresent(this::apply);
		}
	}

	/** To be called before notices are written as sent. */
	public void expect(Collection<Part> parts) {
		if (!parts.isEmpty()) {
			this.receipts.expect(parts);
		}
	}

	/** To be called after notices were written as sent. */
	public void sent(Collection<Part> parts) {
		if (!parts.isEmpty()) {
			this.receipts.find(parts.stream().map(Part::id).toList())
				.stream()
				.filter((part) -> part.state() != null)
				.forEach(this::apply);
		}
	}

	/** Decides again if the notice was changed in between. */
	private void apply(Part part) {
		State verdict = verdict(this.receipts.find(part.siblings()), part.siblings().size());
		boolean done = !verdict.isFinal();
		while (!done) {
			Optional<NoticeUpdate> update = this.notices.find(part.noticeId())
				.filter((notice) -> notice.status() == NoticeStatus.SENT)
				.flatMap((notice) -> update(notice, part, verdict));
			done = update.isEmpty() || this.notices.write(List.of(update.get())) == 1;
		}
	}

	/** The loss of an earlier attempt says nothing about the last one. */
	private Optional<NoticeUpdate> update(Notice sent, Part part, State verdict) {
		String provider = part.id().provider();
		if (verdict == State.DELIVERED) {
			return Optional.of(sent.delivered(provider, this.clock.instant()));
		}
		return (part.attempt() == sent.attempts())
				? Optional.of(sent.undelivered(provider, verdict, this.clock.instant())) : Optional.empty();
	}

	/**
	 * Delivered if all parts are, lost if one is lost, otherwise {@link State#EN_ROUTE}.
	 */
	static State verdict(List<Part> parts, int count) {
		List<State> states = parts.stream()
			.map((part) -> Optional.ofNullable(part.state()).orElse(State.EN_ROUTE))
			.toList();
		if (states.size() == count && states.stream().allMatch((state) -> state == State.DELIVERED)) {
			return State.DELIVERED;
		}
		return states.stream()
			.filter((state) -> state.isFinal() && state != State.DELIVERED)
			.findFirst()
			.orElse(State.EN_ROUTE);
	}

}
