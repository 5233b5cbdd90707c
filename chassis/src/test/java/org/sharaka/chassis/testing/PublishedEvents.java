package org.sharaka.chassis.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.sharaka.chassis.event.CloudEvents;
import org.sharaka.chassis.event.Event;

/**
 * Reads topics from their beginning, as another team's program would. Not thread-safe.
 */
public final class PublishedEvents implements AutoCloseable {

	private final KafkaConsumer<byte[], byte[]> consumer;

	private final List<ConsumerRecord<byte[], byte[]>> seen = new ArrayList<>();

	/**
	 * @param topics their full names
	 */
	public PublishedEvents(String brokers, List<String> topics) {
		this.consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", brokers), new ByteArrayDeserializer(),
				new ByteArrayDeserializer());
		List<TopicPartition> partitions = topics.stream()
			.flatMap((topic) -> this.consumer.partitionsFor(topic).stream())
			.map((info) -> new TopicPartition(info.topic(), info.partition()))
			.toList();
		this.consumer.assign(partitions);
		this.consumer.seekToBeginning(partitions);
	}

	/**
	 * The topics of a test class that is {@link ServiceIntegrationTest}; names without
	 * the prefix.
	 */
	public static PublishedEvents of(Class<?> testClass, String... topics) {
		return new PublishedEvents(TestInfrastructure.kafka(),
				List.of(topics)
					.stream()
					.map((topic) -> TestInfrastructure.uniqueName(testClass) + "." + topic)
					.toList());
	}

	/**
	 * All records up to the current ends of the topics, in order within each partition.
	 */
	public List<ConsumerRecord<byte[], byte[]>> records() {
		Map<TopicPartition, Long> ends = new HashMap<>(this.consumer.endOffsets(this.consumer.assignment()));
		while (ends.entrySet().stream().anyMatch((end) -> this.consumer.position(end.getKey()) < end.getValue())) {
			this.consumer.poll(Duration.ofMillis(100)).forEach(this.seen::add);
		}
		return List.copyOf(this.seen);
	}

	/**
	 * All events so far; the type without {@code org.sharaka.} and {@code .v1} is
	 * {@code shortType}.
	 */
	public List<Event> events(String shortType) {
		String type = "org.sharaka." + shortType + ".v1";
		return records().stream()
			.filter((record) -> type.equals(CloudEvents.typeOf(record)))
			.map(CloudEvents::read)
			.toList();
	}

	/** Waits up to 20 s for an event. */
	public Event await(String shortType, Predicate<Event> wanted) {
		return Awaitility.await(shortType)
			.atMost(Duration.ofSeconds(20))
			.pollInterval(Duration.ofMillis(50))
			.until(() -> events(shortType).stream().filter(wanted).findFirst(), (found) -> found.isPresent())
			.orElseThrow();
	}

	@Override
	public void close() {
		this.consumer.close();
	}

}
