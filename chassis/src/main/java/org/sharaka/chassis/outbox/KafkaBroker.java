package org.sharaka.chassis.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Kafka itself, with an idempotent producer that waits for all replicas. Used directly,
 * since {@code StreamBridge} says true before the broker has answered.
 */
public final class KafkaBroker implements Broker, AutoCloseable {

	private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(10);

	private static final Duration METADATA_TIMEOUT = Duration.ofSeconds(5);

	/** An event is acknowledged within this time or has failed. */
	static final Duration LONGEST_SEND = DELIVERY_TIMEOUT.plus(METADATA_TIMEOUT);

	/**
	 * The broker's own limit for a dead-letter topic; other topics keep the broker's
	 * default.
	 */
	private static final int LARGEST_REQUEST = 2 * 1024 * 1024;

	private final KafkaProducer<String, byte @Nullable []> producer;

	public KafkaBroker(Map<String, Object> connection) {
		Map<String, Object> config = new HashMap<>(connection);
		config.put(ProducerConfig.ACKS_CONFIG, "all");
		config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
		config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
		config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
		config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
		config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) DELIVERY_TIMEOUT.toMillis() / 2);
		config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY_TIMEOUT.toMillis());
		config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) METADATA_TIMEOUT.toMillis());
		this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
	}

	@Override
	public CompletionStage<?> send(ProducerRecord<String, byte @Nullable []> record) {
		CompletableFuture<Void> acknowledged = new CompletableFuture<>();
		try {
			this.producer.send(record, (metadata, failure) -> {
				if (failure != null) {
					acknowledged.completeExceptionally(failure);
				}
				else {
					acknowledged.complete(null);
				}
			});
		}
		catch (KafkaException ex) {
			acknowledged.completeExceptionally(ex);
		}
		return acknowledged;
	}

	@Override
	public void close() {
		this.producer.close(DELIVERY_TIMEOUT);
	}

}
