package org.sharaka.chassis.event;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.id.Ids;
import tools.jackson.databind.JsonNode;

/**
 * A CloudEvent as received or about to be published.
 *
 * @param id unique per {@code source}
 * @param source who published it, a URI reference such as {@code /meeting-service}
 * @param type such as {@code org.sharaka.charity.registered.v1}
 * @param subject the aggregate's id, if the publisher gave one
 * @param time when it happened
 * @param sequence the aggregate's version after the change; a consumer drops older ones.
 * 0 when the publisher keeps none
 * @param traceparent W3C trace context
 * @param key the Kafka key as text
 * @param data the payload; {@code null} only in a tombstone
 */
public record Event(String id, String source, String type, @Nullable String subject, Instant time, long sequence,
		@Nullable String traceparent, @Nullable String key, @Nullable JsonNode data) {

	/**
	 * The type under which a handler gets tombstones. A tombstone is a record without a
	 * value: everything that is known under {@link #key()} must be erased.
	 */
	public static final String TOMBSTONE = "tombstone";

	/**
	 * A UUID derived from {@code source} and {@code id}, which is the same each time the
	 * event arrives.
	 */
	public String identity() {
		return Ids.derived(this.source, this.id);
	}

	/** The payload of an event that is not a tombstone. */
	public JsonNode body() {
		if (this.data == null) {
			throw new IllegalStateException("a tombstone has no data");
		}
		return this.data;
	}

}
