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
import org.sharaka.notification.delivery.Reason;
import org.sharaka.notification.delivery.Receipt;
import org.sharaka.notification.delivery.SendResult;
import org.sharaka.notification.delivery.SendResult.Accepted;
import org.sharaka.notification.delivery.SendResult.Deferred;
import org.sharaka.notification.delivery.SendResult.NotAttempted;
import org.sharaka.notification.delivery.SendResult.Origin;
import org.sharaka.notification.delivery.SendResult.Rejected;
import org.sharaka.notification.delivery.SendResult.Unknown;
import org.sharaka.notification.notice.policy.Priority;

/**
 * A message about one event to one contact on one channel. Each method returns the change
 * that follows; a notice that has ended does not change any more. A notice holds neither
 * address nor name: they are looked up when it is sent, so that erasing a contact erases
 * them everywhere.
 *
 * @param id derived from request, contact and channel
 * @param requestId the {@link NotificationRequest} that it tells
 * @param attempts how often a provider was really asked
 * @param version changes with every change
 */
public record Notice(String id, String requestId, String eventId, String eventSource, String eventType,
		String charityId, String contactId, Channel channel, Language language, Priority priority, NoticeStatus status,
		int attempts, Instant createdAt, Instant expiresAt, List<TimelineEntry> timeline, long version) {

	public Notice {
		timeline = List.copyOf(timeline);
	}

	/** A new notice. */
	public static Notice of(NotificationRequest request, String charityId, String contactId, Channel channel,
			Language language, Instant now) {
		return new Notice(Ids.derived(request.id(), contactId, channel.name()), request.id(), request.eventId(),
				request.eventSource(), request.eventType(), charityId, contactId, channel, language, request.priority(),
				NoticeStatus.CREATED, 0, now, request.expiresAt(),
				List.of(new TimelineEntry(now, NoticeStatus.CREATED, null)), 1);
	}

	/**
	 * The timeline entry of a notice whose lease expired before its result was written.
	 */
	public static TimelineEntry leaseExpired(Instant now) {
		return new TimelineEntry(now, NoticeStatus.SENDING, "the sender's lease ran out; it may have been sent");
	}

	/** Whether the notice is no longer worth sending. */
	public boolean isExpired(Instant now) {
		return !now.isBefore(this.expiresAt);
	}

	/**
	 * The change after the providers were asked.
	 * @param began when they were asked
	 */
	public NoticeUpdate after(SendResult result, Instant began, Instant now, RetryPolicy retries) {
		return switch (result) {
			case NotAttempted refusal -> postponed(now.plus(refusal.retryAfter()));
			case Accepted accepted -> attempted(NoticeStatus.SENT, accepted, null, began, now, null, null)
				.acceptedBy(accepted.provider(), accepted.messageIds());
			case Rejected rejected -> attempted(NoticeStatus.FAILED, rejected, rejected.reason(), began, now, null,
					NoticeOutcome.failed(rejected.reason().code()));
			case Unknown unknown -> unknown(unknown, began, now, retries);
			case Deferred deferred -> deferred(deferred, began, now, retries);
		};
	}

	/** No provider was asked: nothing changes, and the notice is due again later. */
	public NoticeUpdate postponed(Instant due) {
		return update(lastStatus(), this.attempts, notAfterExpiry(due), List.of(), null);
	}

	/** The status before the lease, because a lease leaves no entry in the timeline. */
	private NoticeStatus lastStatus() {
		return this.timeline.getLast().status();
	}

	private NoticeUpdate deferred(Deferred deferred, Instant began, Instant now, RetryPolicy retries) {
		if (retries.isLast(this.attempts + 1, deferred.origin())) {
			return attempted(NoticeStatus.FAILED, deferred, deferred.reason(), began, now, null,
					NoticeOutcome.failed(deferred.reason().code()));
		}
		Duration pause = retries.pause(this.attempts + 1, deferred.origin());
		return attempted(NoticeStatus.SENDING, deferred, deferred.reason(), began, now, now.plus(pause), null);
	}

	/**
	 * A mail is repeated after a pause, with the same Message-ID, by which mail programs
	 * and many servers recognise a second copy; at worst the recipient sees it twice. A
	 * text message carries nothing that identifies a copy and is charged each time, so it
	 * is not repeated automatically: it stays {@code UNKNOWN} for people to see.
	 */
	private NoticeUpdate unknown(Unknown unknown, Instant began, Instant now, RetryPolicy retries) {
		boolean repeat = this.channel == Channel.EMAIL && !retries.isLast(this.attempts + 1, Origin.PROVIDER);
		return attempted(NoticeStatus.UNKNOWN, unknown, unknown.reason(), began, now,
				repeat ? now.plus(retries.unknownPause()) : null, null);
	}

	private NoticeUpdate attempted(NoticeStatus newStatus, SendResult result, @Nullable Reason reason, Instant began,
			Instant now, @Nullable Instant due, @Nullable NoticeOutcome outcome) {
		List<TimelineEntry> entries = new ArrayList<>();
		if (newStatus != NoticeStatus.SENDING) {
			entries.add(new TimelineEntry(began, NoticeStatus.SENDING, null));
		}
		String detail = (reason != null) ? result.provider() + ": " + reason : result.provider();
		entries.add(new TimelineEntry(now, newStatus, detail));
		return update(newStatus, this.attempts + 1, (due != null) ? notAfterExpiry(due) : null, entries, outcome);
	}

	/** An expiry is recorded when it happens, not at the next attempt. */
	private Instant notAfterExpiry(Instant due) {
		return due.isAfter(this.expiresAt) ? this.expiresAt : due;
	}

	/**
	 * The notice has expired. A notice with an unknown result may have arrived, so it
	 * stays unknown.
	 */
	public NoticeUpdate expired(Instant now) {
		if (lastStatus() == NoticeStatus.UNKNOWN) {
			return update(NoticeStatus.UNKNOWN, this.attempts, null,
					List.of(new TimelineEntry(now, NoticeStatus.UNKNOWN, "expired")), null);
		}
		return ended(NoticeStatus.EXPIRED, "expired", now, NoticeOutcome.expired());
	}

	/**
	 * The notice is not sent, on purpose.
	 * @param code the reason, for machines
	 */
	public NoticeUpdate suppressed(String code, Instant now) {
		return ended(NoticeStatus.SUPPRESSED, code, now, NoticeOutcome.suppressed(code));
	}

	/**
	 * The notice cannot be sent by any provider.
	 * @param code the reason, for machines
	 */
	public NoticeUpdate failed(String code, Instant now) {
		return ended(NoticeStatus.FAILED, code, now, NoticeOutcome.failed(code));
	}

	/** The phone has received the notice. */
	public NoticeUpdate delivered(String provider, Instant now) {
		return ended(NoticeStatus.DELIVERED, provider, now, NoticeOutcome.delivered());
	}

	/** The provider could not deliver a notice that it had accepted. */
	public NoticeUpdate undelivered(String provider, Receipt.State state, Instant now) {
		String code = state.name().toLowerCase(Locale.ROOT);
		return ended(NoticeStatus.FAILED, provider + ": " + code, now, NoticeOutcome.failed(code));
	}

	private NoticeUpdate ended(NoticeStatus end, String detail, Instant now, NoticeOutcome outcome) {
		return update(end, this.attempts, null, List.of(new TimelineEntry(now, end, detail)), outcome);
	}

	private NoticeUpdate update(NoticeStatus newStatus, int newAttempts, @Nullable Instant due,
			List<TimelineEntry> entries, @Nullable NoticeOutcome outcome) {
		return new NoticeUpdate(this, newStatus, newAttempts, due, entries, outcome, null, List.of(), null);
	}

}
