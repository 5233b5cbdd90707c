package org.sharaka.notification.notice;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is to change in a notice.
 *
 * @param attempts the new number
 * @param due when it is to be looked at again; null if never
 * @param entries to be added to the timeline
 * @param ending what others are told; null if nothing
 * @param provider who took it over; null if nobody did
 * @param messageIds the provider's ids of its parts
 */
public record NoticeChange(NoticeStatus status, int attempts, @Nullable Instant due, List<TimelineEntry> entries,
		@Nullable Ending ending, @Nullable String provider, List<String> messageIds) {

	public NoticeChange {
		entries = List.copyOf(entries);
		messageIds = List.copyOf(messageIds);
	}

	NoticeChange handedOver(String toProvider, List<String> ids) {
		return new NoticeChange(this.status, this.attempts, this.due, this.entries, this.ending, toProvider, ids);
	}

	/**
	 * The event that a notice's end is published as.
	 *
	 * @param eventType in full
	 * @param reason a code; null if it was delivered
	 */
	public record Ending(String eventType, NoticeStatus status, @Nullable String reason) {

		static Ending delivered() {
			return new Ending("org.sharaka.notice.delivered.v1", NoticeStatus.DELIVERED, null);
		}

		static Ending failed(String reason) {
			return new Ending("org.sharaka.notice.failed.v1", NoticeStatus.FAILED, reason);
		}

		static Ending expired() {
			return new Ending("org.sharaka.notice.failed.v1", NoticeStatus.EXPIRED, "expired");
		}

		static Ending suppressed(String reason) {
			return new Ending("org.sharaka.notice.suppressed.v1", NoticeStatus.SUPPRESSED, reason);
		}

	}

}
