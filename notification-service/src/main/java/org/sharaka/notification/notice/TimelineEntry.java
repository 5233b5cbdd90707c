package org.sharaka.notification.notice;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One step of a notice's life.
 *
 * @param detail codes and names of providers, never personal data
 */
public record TimelineEntry(Instant at, NoticeStatus status, @Nullable String detail) {
}
