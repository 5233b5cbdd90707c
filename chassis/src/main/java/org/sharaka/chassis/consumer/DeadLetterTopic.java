package org.sharaka.chassis.consumer;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.sharaka.chassis.event.Topics;
import org.sharaka.chassis.event.InvalidEventException;
import org.sharaka.chassis.outbox.Broker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dead-letter topics of a consumer group. A dead letter is the record as it came, its
 * key, value and headers untouched, with headers that say where it came from
 * ({@link #TOPIC}, {@link #PARTITION}, {@link #OFFSET}), why it is here ({@link #REASON},
 * {@link #CODE}), when and after how many attempts.
 */
public final class DeadLetterTopic {

	public static final String TOPIC = "x-original-topic";

	public static final String PARTITION = "x-original-partition";

	public static final String OFFSET = "x-original-offset";

	public static final String REASON = "x-reason";

	public static final String CODE = "x-reason-code";

	public static final String FAILED_AT = "x-failed-at";

	public static final String ATTEMPTS = "x-attempts";

	private static final long SECONDS_TO_WAIT = 15;

	private static final Logger log = LoggerFactory.getLogger(DeadLetterTopic.class);

	private final Broker broker;

	private final String group;

	private final Clock clock;

	public DeadLetterTopic(Broker broker, String group, Clock clock) {
		this.broker = broker;
		this.group = group;
		this.clock = clock;
	}

	/**
	 * Puts a record there and waits until it is on all replicas.
	 * @throws KafkaException if that is not known to have happened: then the record must
	 * be delivered again
	 */
	void put(ConsumerRecord<byte[], byte[]> record, InvalidEventException reason, int attempts) {
		Headers headers = new RecordHeaders(record.headers().toArray());
		put(headers, TOPIC, record.topic());
		put(headers, PARTITION, Integer.toString(record.partition()));
		put(headers, OFFSET, Long.toString(record.offset()));
		put(headers, REASON, reason.reason());
		put(headers, CODE, reason.code());
		put(headers, FAILED_AT, this.clock.instant().toString());
		put(headers, ATTEMPTS, Integer.toString(attempts));
		String key = (record.key() != null) ? new String(record.key(), StandardCharsets.UTF_8) : null;
		String topic = Topics.deadLetterTopic(record.topic(), this.group);
		log.warn("{}-{}@{} goes to {}: {}", record.topic(), record.partition(), record.offset(), topic,
				reason.reason());
		try {
			this.broker.send(new ProducerRecord<>(topic, null, key, record.value(), headers))
				.toCompletableFuture()
				.get(SECONDS_TO_WAIT, TimeUnit.SECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new KafkaException("the dead-letter topic did not take a record", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new KafkaException("interrupted while writing a dead letter", ex);
		}
	}

	private static void put(Headers headers, String name, String value) {
		headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
	}

}
