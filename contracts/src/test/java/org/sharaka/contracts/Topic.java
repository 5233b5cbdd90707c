package org.sharaka.contracts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/**
 * A topic as {@code topics.json} has it.
 *
 * @param retention how long events are kept; empty if the topic is compacted
 */
record Topic(String name, int partitions, String cleanupPolicy, String publisher, String key,
		Optional<Duration> retention, List<EventType> types) {

	static List<Topic> all() {
		return ContractFiles.json(Path.of("topics.json")).get("topics").valueStream().map(Topic::of).toList();
	}

	private static Topic of(JsonNode json) {
		return new Topic(json.get("name").stringValue(), json.get("partitions").intValue(),
				json.get("cleanupPolicy").stringValue(), json.get("publisher").stringValue(),
				json.get("key").stringValue(),
				Optional.ofNullable(json.get("retentionDays")).map((days) -> Duration.ofDays(days.intValue())),
				json.get("types").valueStream().map((type) -> EventType.parse(type.stringValue())).toList());
	}

	@Override
	public String toString() {
		return name();
	}

}
