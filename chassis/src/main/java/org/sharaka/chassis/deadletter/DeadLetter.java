package org.sharaka.chassis.deadletter;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A record that could not be handled.
 *
 * @param id the place it came from, {@code topic-partition-offset}: the same letter
 * written twice is one
 * @param reason a sentence for people
 * @param code the reason for machines
 * @param failedAt when it was last tried
 * @param attempts how often it was tried, replays included
 * @param headers the original ones, as text
 * @param value the original value, byte for byte; {@code null} in a tombstone
 */
public record DeadLetter(String id, String topic, int partition, long offset, @Nullable String key, String reason,
		String code, Instant failedAt, int attempts, Status status, Map<String, String> headers,
		byte @Nullable [] value) {

	/** What became of it. */
	public enum Status {

		/** Waits for a person. */
		OPEN,
		/** Was handled by a replay. */
		REPLAYED,
		/** Was given up by a person. */
		DISCARDED

	}

}
