package org.sharaka.local.story;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.core.JacksonException;

/** Reads the suite's topics from their beginnings, as any other system may. */
final class Topics {

	private static final List<String> NAMES = List.of("ministry.events", "partnership.charities",
			"partnership.contacts", "partnership.meetings", "partnership.notices");

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Place place;

	Topics(Place place) {
		this.place = place;
	}

	/** For each topic, how many events of each type it carries. */
	Map<String, Map<String, Integer>> eventsByType() {
		Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
		Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, this.place.brokers(),
				ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false, ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(),
				new ByteArrayDeserializer())) {
			NAMES.forEach(name -> counts.put(name, count(consumer, this.place.topicPrefix() + name)));
		}
		return counts;
	}

	private static Map<String, Integer> count(Consumer<byte[], byte[]> consumer, String topic) {
		List<TopicPartition> partitions = new ArrayList<>();
		for (PartitionInfo partition : consumer.partitionsFor(topic)) {
			partitions.add(new TopicPartition(topic, partition.partition()));
		}
		consumer.assign(partitions);
		consumer.seekToBeginning(partitions);
		Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
		Map<String, Integer> counts = new TreeMap<>();
		Instant limit = Instant.now().plus(PATIENCE);
		while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
			if (Instant.now().isAfter(limit)) {
				throw new StoryFailed("topic %s could not be read to its end".formatted(topic));
			}
			for (ConsumerRecord<byte[], byte[]> event : consumer.poll(Duration.ofMillis(200))) {
				counts.merge(type(event), 1, Integer::sum);
			}
		}
		return counts;
	}

	/** The event's type without what all types have in common. */
	static String type(ConsumerRecord<byte[], byte[]> event) {
		Header type = event.headers().lastHeader("ce_type");
		if (type != null) {
			return shortened(new String(type.value(), StandardCharsets.UTF_8));
		}
		if (event.value() == null) {
			return "(erased)";
		}
		try {
			return shortened(Http.JSON.readTree(event.value()).path("type").asString("(no type)"));
		}
		catch (JacksonException ex) {
			return "(not JSON)";
		}
	}

	private static String shortened(String type) {
		return type.replaceFirst("^org\\.sharaka\\.", "").replaceFirst("\\.v1$", "");
	}

}
