package org.sharaka.benchmark.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import org.sharaka.benchmark.run.TimeLimit;

/** Reads and creates topics, and creates producers. */
public final class KafkaAccess implements AutoCloseable {

	private static final Duration TIMEOUT = Duration.ofSeconds(120);

	private static final int PARTITIONS = 24;

	private final String address;

	private final Admin admin;

	public KafkaAccess(String address) {
		this.address = address;
		this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address));
	}

	/** Returns the current end offsets of a topic. */
	public Map<TopicPartition, Long> ends(String topic) throws ExecutionException, InterruptedException {
		return offsets(topic, OffsetSpec.latest());
	}

	private Map<TopicPartition, Long> offsets(String topic, OffsetSpec spec)
			throws ExecutionException, InterruptedException {
		Set<TopicPartition> partitions = this.admin.describeTopics(List.of(topic))
			.topicNameValues()
			.values()
			.iterator()
			.next()
			.get()
			.partitions()
			.stream()
			.map((one) -> new TopicPartition(topic, one.partition()))
			.collect(Collectors.toSet());
		return this.admin.listOffsets(partitions.stream().collect(Collectors.toMap(Function.identity(), (one) -> spec)))
			.all()
			.get()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (one) -> one.getValue().offset()));
	}

	/**
	 * Reads the records from these offsets on, and waits until there are as many as
	 * expected.
	 */
	public PublishedEvents read(Map<TopicPartition, Long> from, int expected, TimeLimit limit) throws Exception {
		return read(from, expected, TIMEOUT, limit);
	}

	/** Reads the records from these offsets on, with a timeout. */
	public PublishedEvents read(Map<TopicPartition, Long> from, int expected, Duration timeout, TimeLimit limit)
			throws Exception {
		List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
		try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
				Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, this.address, ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
						false, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5000),
				new StringDeserializer(), new ByteArrayDeserializer())) {
			consumer.assign(from.keySet());
			from.forEach(consumer::seek);
			limit.await(expected + " events of " + from.keySet().iterator().next().topic(), timeout, Duration.ZERO,
					() -> {
						consumer.poll(Duration.ofMillis(200)).forEach(records::add);
						return records.size() >= expected;
					});
			// poll once more, to notice events that were published twice
			consumer.poll(Duration.ofMillis(500)).forEach(records::add);
		}
		return new PublishedEvents(List.copyOf(records));
	}

	/** Waits until a consumer group has consumed everything in a topic. */
	public void awaitConsumed(String topic, String group, TimeLimit limit) throws Exception {
		Map<TopicPartition, Long> ends = ends(topic);
		limit.await(group + " to consume " + topic, TIMEOUT, Duration.ofMillis(100), () -> {
			Map<TopicPartition, OffsetAndMetadata> consumed = this.admin.listConsumerGroupOffsets(group)
				.partitionsToOffsetAndMetadata()
				.get();
			return ends.entrySet()
				.stream()
				.allMatch((end) -> end.getValue() <= Optional.ofNullable(consumed.get(end.getKey()))
					.map(OffsetAndMetadata::offset)
					.orElse(0L));
		});
	}

	/** Creates a topic with as many partitions as the suite's topics have. */
	public void create(String topic) throws ExecutionException, InterruptedException {
		this.admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1))).all().get();
	}

	/**
	 * Creates a producer with the settings that the services use (class
	 * {@code KafkaBroker} of the chassis).
	 */
	public KafkaProducer<String, byte[]> producer() {
		return new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, this.address, ProducerConfig.ACKS_CONFIG, "all",
						ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true, ProducerConfig.LINGER_MS_CONFIG, 0,
						ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
				new StringSerializer(), new ByteArraySerializer());
	}

	@Override
	public void close() {
		this.admin.close(Duration.ofSeconds(5));
	}

}
