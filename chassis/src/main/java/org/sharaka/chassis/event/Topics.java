package org.sharaka.chassis.event;

import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The topics of {@code contracts/topics.json}: which event types each carries, and with
 * which settings each is created. An installation can share a cluster with others by
 * putting a prefix before all names.
 */
public final class Topics {

	/**
	 * @param name with the prefix
	 * @param publisher the service that alone publishes here, or the name of an outside
	 * party
	 * @param types all event types that may appear
	 */
	public record Topic(String name, int partitions, String cleanupPolicy, @Nullable Integer retentionDays,
			String publisher, Set<String> types) {

		/**
		 * Whether other teams publish here, so that an unknown type must be reported to
		 * them.
		 */
		public boolean inbound() {
			return !this.publisher.endsWith("-service");
		}

	}

	/**
	 * The largest record that a dead-letter topic takes. Other topics keep the broker's
	 * default, usually 1 MiB, but an installation may raise it.
	 */
	public static final int MAX_DEAD_LETTER_BYTES = 16 * 1024 * 1024;

	private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(90);

	private final String prefix;

	private final Map<String, Topic> byName = new HashMap<>();

	private final Map<String, Topic> byType = new HashMap<>();

	public Topics(String prefix) {
		this.prefix = prefix;
		InputStream file = Topics.class.getResourceAsStream("/contracts/topics.json");
		for (JsonNode node : JsonMapper.shared().readTree(file).path("topics")) {
			Set<String> types = new HashSet<>();
			node.path("types").forEach((type) -> types.add(type.asString()));
			Topic topic = new Topic(prefix + node.path("name").asString(), node.path("partitions").asInt(),
					node.path("cleanupPolicy").asString(),
					node.has("retentionDays") ? node.path("retentionDays").asInt() : null,
					node.path("publisher").asString(), Set.copyOf(types));
			this.byName.put(topic.name(), topic);
			types.forEach((type) -> this.byType.put(type, topic));
		}
	}

	/**
	 * The topic of a type.
	 * @throws IllegalArgumentException if no topic carries it
	 */
	public Topic ofType(String type) {
		Topic topic = this.byType.get(type);
		if (topic == null) {
			throw new IllegalArgumentException("no topic carries " + type);
		}
		return topic;
	}

	/**
	 * The topic of a full name, with the prefix.
	 * @throws IllegalArgumentException if there is none
	 */
	public Topic named(String name) {
		Topic topic = this.byName.get(name);
		if (topic == null) {
			throw new IllegalArgumentException("no topic is named " + name);
		}
		return topic;
	}

	public Collection<Topic> all() {
		return List.copyOf(this.byName.values());
	}

	/** The name of the topic of the dead letters of a consumer group. */
	public static String deadLetterTopic(String topic, String group) {
		return topic + "." + group + ".dlq";
	}

	/** As the method below, with dead letters kept for 90 days. */
	public List<NewTopic> toCreate(String group, Set<String> subscribed) {
		return toCreate(group, subscribed, DEAD_LETTER_RETENTION);
	}

	/**
	 * The topics to create: all, since any service may be the first to start, and the
	 * group's dead-letter topics.
	 * @param retention how long dead letters are kept
	 */
	public List<NewTopic> toCreate(String group, Set<String> subscribed, Duration retention) {
		List<NewTopic> topics = new ArrayList<>();
		this.byName.values().forEach((topic) -> topics.add(newTopic(topic)));
		for (String name : subscribed) {
			topics
				.add(new NewTopic(deadLetterTopic(name, group), Optional.of(named(name).partitions()), Optional.empty())
					.configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()),
							TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_DEAD_LETTER_BYTES))));
		}
		return topics;
	}

	private static NewTopic newTopic(Topic topic) {
		Map<String, String> configs = new HashMap<>();
		configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, topic.cleanupPolicy());
		if (topic.retentionDays() != null) {
			configs.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(topic.retentionDays() * 86_400_000L));
		}
		return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty()).configs(configs);
	}

	public String prefix() {
		return this.prefix;
	}

}
