package org.sharaka.notification.notice;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A change that was decided on one version of a notice.
 *
 * @param notice the version that the change was decided on
 * @param attempts the new number of attempts
 * @param due when the notice is to be processed again; null if never
 * @param entries what is appended to the timeline
 * @param outcome what is published about the notice's end; null if nothing is
 * @param provider the provider that accepted the notice; null if none did
 * @param messageIds the provider's ids of the message's parts
 * @param traceparent the trace that the event belongs to, W3C
 */
public record NoticeUpdate(Notice notice, NoticeStatus status, int attempts, @Nullable Instant due,
		List<TimelineEntry> entries, @Nullable NoticeOutcome outcome, @Nullable String provider,
		List<String> messageIds, @Nullable String traceparent) {

	public NoticeUpdate {
		entries = List.copyOf(entries);
		messageIds = List.copyOf(messageIds);
	}

	/** Whether nothing but the due time changes, because no provider was asked. */
	public boolean isPostponement() {
		return this.entries.isEmpty();
	}

	NoticeUpdate acceptedBy(String acceptingProvider, List<String> ids) {
		return new NoticeUpdate(this.notice, this.status, this.attempts, this.due, this.entries, this.outcome,
				acceptingProvider, ids, this.traceparent);
	}

	/** The same update, with an event that continues this trace. */
	public NoticeUpdate inTrace(@Nullable String parent) {
		return new NoticeUpdate(this.notice, this.status, this.attempts, this.due, this.entries, this.outcome,
				this.provider, this.messageIds, parent);
	}

}
