package org.sharaka.notification.notice;

import java.time.Instant;

/** The position of an entry in a list that is sorted by time and id. */
public record KeysetPosition(Instant at, String id) {
}
