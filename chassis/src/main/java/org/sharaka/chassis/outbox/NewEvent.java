package org.sharaka.chassis.outbox;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event that a change is about to put into its aggregate's outbox. The outbox adds id,
 * time, sequence and trace.
 *
 * @param type such as {@code org.sharaka.meeting.scheduled.v1};
 * {@code contracts/topics.json} says on which topic it travels
 * @param data the payload, as its schema says; null for a tombstone
 * @param key the Kafka key; null for the aggregate's id
 * @param effectiveAt from when on the event holds; null for the time of the change
 * @param erasedFields fields to erase from all earlier states in the aggregate's history.
 * If there are any, the earlier payloads of the same topic and key are erased as well
 */
public record NewEvent(String type, @Nullable JsonNode data, @Nullable String key, @Nullable Instant effectiveAt,
		List<String> erasedFields) {

	public NewEvent {
		erasedFields = List.copyOf(erasedFields);
	}

	public NewEvent(String type, JsonNode data) {
		this(type, data, null);
	}

	public NewEvent(String type, @Nullable JsonNode data, @Nullable String key) {
		this(type, data, key, null, List.of());
	}

	/**
	 * A record without a value, which makes consumers and a compacted topic forget all
	 * that was published under its key.
	 * @param type says on which topic it travels
	 * @param key the Kafka key; null for the aggregate's id
	 */
	public static NewEvent tombstone(String type, @Nullable String key) {
		return new NewEvent(type, null, key);
	}

	/** The same event, holding from this time on. */
	public NewEvent effectiveAt(Instant time) {
		return new NewEvent(this.type, this.data, this.key, time, this.erasedFields);
	}

	/**
	 * The same event; once it is published, the aggregate's history loses these fields of
	 * all earlier states and the earlier payloads of the same topic and key.
	 */
	public NewEvent erasing(String... fields) {
		return new NewEvent(this.type, this.data, this.key, this.effectiveAt, List.of(fields));
	}

}
