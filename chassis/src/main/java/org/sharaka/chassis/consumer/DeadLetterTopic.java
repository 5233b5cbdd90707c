package org.sharaka.chassis.consumer;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.sharaka.chassis.event.InvalidEventException;
import org.sharaka.chassis.event.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the dead letters of a consumer group. A dead letter is the record as it came,
 * its key, value and headers byte for byte, with added headers that say where it came
 * from ({@link #TOPIC}, {@link #PARTITION}, {@link #OFFSET}), why it is a dead letter
 * ({@link #REASON}, {@link #CODE}), when it failed and after how many attempts.
 * Thread-safe.
 */
public final class DeadLetterTopic {

	public static final String TOPIC = "x-original-topic";

	public static final String PARTITION = "x-original-partition";

	public static final String OFFSET = "x-original-offset";

	public static final String REASON = "x-reason";

	public static final String CODE = "x-reason-code";

	public static final String FAILED_AT = "x-failed-at";

	public static final String ATTEMPTS = "x-attempts";

	/**
	 * Says how many bytes the value has if it is larger than a dead-letter topic takes.
	 * Then the letter has no value, and the original topic is the only place that has it.
	 */
	public static final String OMITTED_BYTES = "x-omitted-bytes";

	/** The headers that a dead letter has beside those of its record. */
	public static final List<String> HEADERS = List.of(TOPIC, PARTITION, OFFSET, REASON, CODE, FAILED_AT, ATTEMPTS,
			OMITTED_BYTES);

	private static final long ACKNOWLEDGEMENT_TIMEOUT_SECONDS = 30;

	private static final Logger log = LoggerFactory.getLogger(DeadLetterTopic.class);

	private final Producer<byte[], byte[]> producer;

	private final String group;

	private final Clock clock;

	private final MeterRegistry meters;

	/**
	 * @param producer must wait for all replicas
	 */
	public DeadLetterTopic(Producer<byte[], byte[]> producer, String group, Clock clock, MeterRegistry meters) {
		this.producer = producer;
		this.group = group;
		this.clock = clock;
		this.meters = meters;
	}

	/** A record that cannot be handled, with the reason. */
	record Letter(ConsumerRecord<byte[], byte[]> record, InvalidEventException reason, int attempts) {
	}

	/**
	 * Writes letters and waits until they are on all replicas.
	 * @throws KafkaException if that is not known to have happened: then the records must
	 * be delivered again
	 */
	void write(List<Letter> letters) {
		List<ProducerRecord<byte[], byte[]>> records = letters.stream().map(this::record).toList();
		List<Future<?>> sent = new ArrayList<>(records.size());
		for (ProducerRecord<byte[], byte[]> record : records) {
			sent.add(this.producer.send(record));
		}
		for (int index = 0; index < records.size(); index++) {
			try {
				await(sent.get(index));
			}
			catch (RecordTooLargeException ex) {
				await(this.producer.send(withoutValue(records.get(index))));
			}
			report(letters.get(index));
		}
	}

	private void report(Letter letter) {
		ConsumerRecord<?, ?> record = letter.record();
		log.warn("The event at {}-{}@{} is now a dead letter: {}", record.topic(), record.partition(), record.offset(),
				letter.reason().reason());
		this.meters.counter("sharaka.consumer.dead.letters", "topic", record.topic(), "code", letter.reason().code())
			.increment();
	}

	private ProducerRecord<byte[], byte[]> record(Letter letter) {
		ConsumerRecord<byte[], byte[]> record = letter.record();
		Headers headers = new RecordHeaders(record.headers().toArray());
		put(headers, TOPIC, record.topic());
		put(headers, PARTITION, Integer.toString(record.partition()));
		put(headers, OFFSET, Long.toString(record.offset()));
		put(headers, REASON, letter.reason().reason());
		put(headers, CODE, letter.reason().code());
		put(headers, FAILED_AT, this.clock.instant().toString());
		put(headers, ATTEMPTS, Integer.toString(letter.attempts()));
		return new ProducerRecord<>(Topics.deadLetterTopic(record.topic(), this.group), null, record.key(),
				record.value(), headers);
	}

	private static ProducerRecord<byte[], byte[]> withoutValue(ProducerRecord<byte[], byte[]> record) {
		// a copy, since the producer has made the headers read-only
		Headers headers = new RecordHeaders(record.headers().toArray());
		put(headers, OMITTED_BYTES, Integer.toString(record.value().length));
		return new ProducerRecord<>(record.topic(), null, record.key(), new byte[0], headers);
	}

	private static void put(Headers headers, String name, String value) {
		headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
	}

	private static void await(Future<?> acknowledgement) {
		try {
			acknowledgement.get(ACKNOWLEDGEMENT_TIMEOUT_SECONDS, TimeUnit.SECONDS);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RecordTooLargeException tooLarge) {
				throw tooLarge;
			}
			throw new KafkaException("A dead letter could not be written", ex);
		}
		catch (TimeoutException ex) {
			throw new KafkaException("A dead letter was not acknowledged in time", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new KafkaException("Interrupted while writing a dead letter", ex);
		}
	}

}
