package org.sharaka.chassis.outbox;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event that a change is about to put into its aggregate's outbox. The outbox adds id,
 * time, sequence and trace.
 *
 * @param type such as {@code org.sharaka.meeting.scheduled.v1};
 * {@code contracts/topics.json} says on which topic it travels
 * @param data the payload, as its schema says
 * @param key the Kafka key where it is not the aggregate's id
 */
public record NewEvent(String type, JsonNode data, @Nullable String key) {

	public NewEvent(String type, JsonNode data) {
		this(type, data, null);
	}

}
