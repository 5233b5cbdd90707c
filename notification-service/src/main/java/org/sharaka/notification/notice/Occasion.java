package org.sharaka.notification.notice;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.sharaka.notification.policy.CalendarEntry;
import org.sharaka.notification.policy.Priority;

/**
 * An event that is to be told, once for all notices that tell it.
 *
 * @param id the event's identity
 * @param eventId unique per {@code eventSource}
 * @param data the event's data, JSON
 * @param happenedAt the event's time; when it came in, if it states none
 * @param traceparent of the event, W3C
 */
public record Occasion(String id, String eventId, String eventSource, String eventType, String template,
		Priority priority, CalendarEntry calendar, String data, Instant happenedAt, Instant expiresAt,
		@Nullable String traceparent) {
}
