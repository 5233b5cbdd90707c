package org.sharaka.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.id.Ids;
import org.sharaka.chassis.text.Language;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.delivery.Delivery;
import org.sharaka.notification.delivery.NotAttempted;
import org.sharaka.notification.delivery.Outcome;
import org.sharaka.notification.delivery.Reason;
import org.sharaka.notification.delivery.Receipt;
import org.sharaka.notification.notice.NoticeChange.Ending;
import org.sharaka.notification.policy.Priority;

/**
 * One event told to one contact on one channel. Each method answers what is to change;
 * what has ended does not change any more. Holds neither address nor name: they are
 * looked up when it is sent, so that erasing a contact erases them everywhere.
 *
 * @param id derived from occasion, contact and channel
 * @param occasionId the {@link Occasion} that it tells
 * @param attempts how often a provider was really asked
 * @param version changes with every change
 */
public record Notice(String id, String occasionId, String eventId, String eventSource, String eventType,
		String charityId, String contactId, Channel channel, Language language, Priority priority, NoticeStatus status,
		int attempts, Instant createdAt, Instant expiresAt, List<TimelineEntry> timeline, long version) {

	public Notice {
		timeline = List.copyOf(timeline);
	}

	/** A notice that is about to be made. */
	static Notice of(Occasion occasion, String charityId, String contactId, Channel channel, Language language,
			Instant now) {
		return new Notice(Ids.derived(occasion.id(), contactId, channel.name()), occasion.id(), occasion.eventId(),
				occasion.eventSource(), occasion.eventType(), charityId, contactId, channel, language,
				occasion.priority(), NoticeStatus.CREATED, 0, now, occasion.expiresAt(),
				List.of(new TimelineEntry(now, NoticeStatus.CREATED, null)), 1);
	}

	/** What the timeline says of one whose last holder let the lease run out. */
	public static TimelineEntry leftBehind(Instant now) {
		return new TimelineEntry(now, NoticeStatus.SENDING, "the sender's lease ran out; it may have been sent");
	}

	/** Whether it is no longer worth sending. */
	public boolean isOver(Instant now) {
		return !now.isBefore(this.expiresAt);
	}

	/**
	 * What follows from having asked the providers.
	 * @param began when they were asked
	 */
	public NoticeChange after(Delivery delivery, Instant began, Instant now, RetryPolicy retries) {
		return switch (delivery.answer()) {
			case NotAttempted refusal -> untouched(now.plus(refusal.retryAfter()));
			case Outcome.Accepted accepted -> attempted(NoticeStatus.SENT, delivery, null, began, now, null, null)
				.handedOver(delivery.provider(), accepted.messageIds());
			case Outcome.Rejected rejected -> attempted(NoticeStatus.FAILED, delivery, rejected.reason(), began, now,
					null, Ending.failed(rejected.reason().code()));
			case Outcome.Unknown unknown -> unknown(delivery, unknown.reason(), began, now, retries);
			case Outcome.Deferred deferred -> deferred(delivery, deferred, began, now, retries);
		};
	}

	/** Nobody was asked: it is as before, and due again later. */
	public NoticeChange untouched(Instant due) {
		return new NoticeChange(lastStatus(), this.attempts, notAfterExpiry(due), List.of(), null, null, List.of());
	}

	/** What it was before it was claimed: a claim leaves no entry in the timeline. */
	private NoticeStatus lastStatus() {
		return this.timeline.getLast().status();
	}

	private NoticeChange deferred(Delivery delivery, Outcome.Deferred deferred, Instant began, Instant now,
			RetryPolicy retries) {
		if (retries.isLast(this.attempts + 1, deferred.origin())) {
			return attempted(NoticeStatus.FAILED, delivery, deferred.reason(), began, now, null,
					Ending.failed(deferred.reason().code()));
		}
		Duration pause = retries.pause(this.attempts + 1, deferred.origin());
		return attempted(NoticeStatus.SENDING, delivery, deferred.reason(), began, now, now.plus(pause), null);
	}

	/**
	 * A mail is repeated after a pause, with the same Message-ID, by which mail programs
	 * and many servers recognise a second copy; at worst it is seen twice. A text message
	 * has nothing to be recognised by and is charged each time, so it is not repeated by
	 * itself: it stays {@code UNKNOWN} for people to see.
	 */
	private NoticeChange unknown(Delivery delivery, Reason reason, Instant began, Instant now, RetryPolicy retries) {
		boolean repeat = this.channel == Channel.EMAIL && !retries.isLast(this.attempts + 1, Outcome.Origin.PROVIDER);
		return attempted(NoticeStatus.UNKNOWN, delivery, reason, began, now, repeat ? now.plus(retries.settle()) : null,
				null);
	}

	private NoticeChange attempted(NoticeStatus status, Delivery delivery, @Nullable Reason reason, Instant began,
			Instant now, @Nullable Instant due, @Nullable Ending ending) {
		List<TimelineEntry> entries = new ArrayList<>();
		if (status != NoticeStatus.SENDING) {
			entries.add(new TimelineEntry(began, NoticeStatus.SENDING, null));
		}
		String detail = (reason != null) ? delivery.provider() + ": " + reason : delivery.provider();
		entries.add(new TimelineEntry(now, status, detail));
		return new NoticeChange(status, this.attempts + 1, (due != null) ? notAfterExpiry(due) : null, entries, ending,
				null, List.of());
	}

	/** So that it is seen to expire when it does, not at the next attempt. */
	private Instant notAfterExpiry(Instant due) {
		return due.isAfter(this.expiresAt) ? this.expiresAt : due;
	}

	/**
	 * Its time is over. One whose outcome is unknown may have arrived, so it stays
	 * unknown.
	 */
	public NoticeChange expired(Instant now) {
		if (lastStatus() == NoticeStatus.UNKNOWN) {
			return new NoticeChange(NoticeStatus.UNKNOWN, this.attempts, null,
					List.of(new TimelineEntry(now, NoticeStatus.UNKNOWN, "expired")), null, null, List.of());
		}
		return ended(NoticeStatus.EXPIRED, "expired", now, Ending.expired());
	}

	/**
	 * It is not sent, on purpose.
	 * @param code why, for machines
	 */
	public NoticeChange suppressed(String code, Instant now) {
		return ended(NoticeStatus.SUPPRESSED, code, now, Ending.suppressed(code));
	}

	/**
	 * It cannot be sent, whoever is asked.
	 * @param code why, for machines
	 */
	public NoticeChange failed(String code, Instant now) {
		return ended(NoticeStatus.FAILED, code, now, Ending.failed(code));
	}

	/** The phone has it. */
	public NoticeChange delivered(String provider, Instant now) {
		return ended(NoticeStatus.DELIVERED, provider, now, Ending.delivered());
	}

	/** The provider could not deliver what it had accepted. */
	public NoticeChange undelivered(String provider, Receipt.State state, Instant now) {
		String code = state.name().toLowerCase(Locale.ROOT);
		return ended(NoticeStatus.FAILED, provider + ": " + code, now, Ending.failed(code));
	}

	private NoticeChange ended(NoticeStatus end, String detail, Instant now, Ending ending) {
		return new NoticeChange(end, this.attempts, null, List.of(new TimelineEntry(now, end, detail)), ending, null,
				List.of());
	}

}
