package org.sharaka.contracts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A topic of {@code topics.json}.
 *
 * @param publisher the service that publishes, or {@code ministry}
 * @param publishes what a service publishes here; null if other systems do
 * @param key what the Kafka key identifies
 * @param retention how long events are kept; empty if the topic is compacted
 * @param subscribers the services that subscribe, by name
 */
record Topic(String name, String title, String description, int partitions, String cleanupPolicy, String publisher,
		@Nullable String publishes, String key, Optional<Duration> retention, List<EventType> types,
		Map<String, Subscription> subscribers) {

	/**
	 * What a service does with the events of a topic.
	 *
	 * @param types the types that it takes
	 */
	record Subscription(String purpose, List<EventType> types) {
	}

	static List<Topic> all() {
		return ContractFiles.json(Path.of("topics.json")).get("topics").valueStream().map(Topic::of).toList();
	}

	private static Topic of(JsonNode json) {
		List<EventType> types = types(json.get("types"));
		Map<String, Subscription> subscribers = new LinkedHashMap<>();
		json.get("subscribers")
			.forEachEntry((service, subscription) -> subscribers.put(service,
					new Subscription(subscription.get("purpose").stringValue(),
							subscription.has("types") ? types(subscription.get("types")) : types)));
		return new Topic(json.get("name").stringValue(), json.get("title").stringValue(),
				json.get("description").stringValue(), json.get("partitions").intValue(),
				json.get("cleanupPolicy").stringValue(), json.get("publisher").stringValue(),
				json.path("publishes").stringValue(null), json.get("key").stringValue(),
				Optional.ofNullable(json.get("retentionDays")).map((days) -> Duration.ofDays(days.intValue())), types,
				subscribers);
	}

	private static List<EventType> types(JsonNode json) {
		return json.valueStream().map((type) -> EventType.parse(type.stringValue())).toList();
	}

	/** The name of its channel in the AsyncAPI documents, such as {@code charities}. */
	String channel() {
		String last = this.name.substring(this.name.indexOf('.') + 1);
		return this.publisher.equals("ministry") ? "ministryEvents" : last;
	}

	@Override
	public String toString() {
		return name();
	}

}
