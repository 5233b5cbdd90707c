package org.sharaka.local.story.client;

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

/** Reads the suite's topics from the beginning, as any other system may. */
public final class TopicReader {

	private static final List<String> NAMES = List.of("ministry.events", "partnership.charities",
			"partnership.contacts", "partnership.meetings", "partnership.notices");

	private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

	private final ServiceEndpoints endpoints;

	public TopicReader(ServiceEndpoints endpoints) {
		this.endpoints = endpoints;
	}

	/** Counts the events of each topic by type. */
	public Map<String, Map<String, Integer>> eventsByType() {
		Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
		Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, this.endpoints.brokers(),
				ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false, ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(),
				new ByteArrayDeserializer())) {
			NAMES.forEach(name -> counts.put(name, count(consumer, this.endpoints.topicPrefix() + name)));
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
		Instant deadline = Instant.now().plus(READ_TIMEOUT);
		while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
			if (Instant.now().isAfter(deadline)) {
				throw new StoryFailedException("topic %s could not be read to its end".formatted(topic));
			}
			for (ConsumerRecord<byte[], byte[]> event : consumer.poll(Duration.ofMillis(200))) {
				counts.merge(type(event), 1, Integer::sum);
			}
		}
		return counts;
	}

	/** Returns the event's type without the prefix and version that all types share. */
	public static String type(ConsumerRecord<byte[], byte[]> event) {
		Header type = event.headers().lastHeader("ce_type");
		if (type != null) {
			return shortened(new String(type.value(), StandardCharsets.UTF_8));
		}
		if (event.value() == null) {
			return "(erased)";
		}
		try {
			return shortened(HttpJsonClient.JSON.readTree(event.value()).path("type").asString("(no type)"));
		}
		catch (JacksonException ex) {
			return "(not JSON)";
		}
	}

	private static String shortened(String type) {
		return type.replaceFirst("^org\\.sharaka\\.", "").replaceFirst("\\.v1$", "");
	}

}
