package org.sharaka.chassis.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be handled.
 *
 * @param id the record's position, {@code topic-partition-offset}, so that a letter that
 * is written twice is one
 * @param key the original key, byte for byte
 * @param reason a sentence for people
 * @param code the reason for machines
 * @param createdAt when it became a dead letter
 * @param failedAt when it was last tried
 * @param attempts how often it was tried, replays included
 * @param headers the original ones, byte for byte; without values where they were erased
 * or were not asked for
 * @param value the original value, byte for byte; {@code null} in a tombstone and where
 * it was omitted, erased or not asked for
 * @param omittedBytes the size of the value if it is too large for the archive, else 0
 */
public record DeadLetter(String id, String topic, int partition, long offset, byte @Nullable [] key, String reason,
		String code, Instant createdAt, Instant failedAt, int attempts, Status status, List<Header> headers,
		byte @Nullable [] value, int omittedBytes) {

	/** What became of it. */
	public enum Status {

		/** Waits for an operator. */
		OPEN,
		/** Was handled by a replay. */
		REPLAYED,
		/** Was given up by an operator. */
		DISCARDED,
		/** Lost its content to a tombstone on its key, so that it cannot be replayed. */
		ERASED

	}

	/** The key as text. */
	public @Nullable String keyText() {
		return text(this.key);
	}

	/** The last header of a name, as text. */
	public @Nullable String header(String name) {
		return this.headers.stream()
			.filter((header) -> header.key().equals(name))
			.reduce((first, last) -> last)
			.map((header) -> text(header.value()))
			.orElse(null);
	}

	static @Nullable String text(byte @Nullable [] bytes) {
		return (bytes != null) ? new String(bytes, StandardCharsets.UTF_8) : null;
	}

	/** The record as it came. */
	ConsumerRecord<byte[], byte[]> toRecord() {
		return new ConsumerRecord<>(this.topic, this.partition, this.offset, this.createdAt.toEpochMilli(),
				TimestampType.CREATE_TIME, ConsumerRecord.NULL_SIZE, ConsumerRecord.NULL_SIZE, this.key, this.value,
				new RecordHeaders(this.headers), Optional.empty());
	}

}
