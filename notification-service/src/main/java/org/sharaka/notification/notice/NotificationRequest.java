package org.sharaka.notification.notice;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.sharaka.notification.notice.policy.CalendarAction;
import org.sharaka.notification.notice.policy.Priority;

/**
 * An event that charities are notified of, stored once for all of its notices.
 *
 * @param id the event's identity
 * @param eventId unique per {@code eventSource}
 * @param data the data that the notices show, JSON: the event's own, or for an invitation
 * with the meeting's current state
 * @param happenedAt the event's time; the time of arrival if it states none
 * @param traceparent of the event, W3C
 */
public record NotificationRequest(String id, String eventId, String eventSource, String eventType, String template,
		Priority priority, CalendarAction calendar, String data, Instant happenedAt, Instant expiresAt,
		@Nullable String traceparent) {
}
