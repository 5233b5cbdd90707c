package org.sharaka.notification.notice;

import java.time.Instant;

/** A place in a list that is sorted by time and id. */
public record Place(Instant at, String id) {
}
