package org.sharaka.notification.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.event.Contracts;
import org.sharaka.chassis.testing.TestInfrastructure;
import tools.jackson.databind.json.JsonMapper;

/** Publishes events as the other services and the ministry's systems do. */
public final class EventPublisher implements AutoCloseable {

	private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
			Map.of("bootstrap.servers", TestInfrastructure.kafka(), "acks", "all"), new StringSerializer(),
			new ByteArraySerializer());

	private final String prefix;

	public EventPublisher(Class<?> testClass) {
		this.prefix = TestInfrastructure.uniqueName(testClass) + ".";
	}

	/**
	 * An event about to be published.
	 *
	 * @param type without {@code org.sharaka.} and {@code .v1}
	 * @param data JSON
	 */
	public record Publication(String topic, String key, String id, String type, long sequence, Instant time,
			String data) {

		public static Publication of(String topic, String key, String type, long sequence, String data) {
			return new Publication(topic, key, UUID.randomUUID().toString(), type, sequence, Instant.now(), data);
		}

		public Publication at(Instant newTime) {
			return new Publication(this.topic, this.key, this.id, this.type, this.sequence, newTime, this.data);
		}

		String fullType() {
			return "org.sharaka." + this.type + ".v1";
		}

	}

	/** Publishes in binary mode and waits until it is there. */
	public void publish(Publication event) {
		List<Header> headers = new ArrayList<>(List.of(header("ce_specversion", "1.0"), header("ce_id", event.id()),
				header("ce_source", "/test"), header("ce_type", event.fullType()), header("ce_subject", event.key()),
				header("ce_time", event.time().toString()), header("ce_sequence", Long.toString(event.sequence())),
				header("content-type", "application/json"),
				header("ce_dataschema", Contracts.schemaOf(event.fullType()))));
		send(event.topic(), event.key(), event.data().getBytes(StandardCharsets.UTF_8), headers);
	}

	/** Publishes in structured mode and waits until it is there. */
	public void publishStructured(Publication event) {
		String envelope = """
				{"specversion":"1.0","id":"%s","source":"/test","type":"%s","subject":"%s","time":"%s",
				 "sequence":"%d","datacontenttype":"application/json","data":%s}""".formatted(event.id(),
				event.fullType(), event.key(), event.time(), event.sequence(), event.data());
		JsonMapper.shared().readTree(envelope);
		send(event.topic(), event.key(), envelope.getBytes(StandardCharsets.UTF_8),
				List.of(header("content-type", "application/cloudevents+json; charset=UTF-8")));
	}

	/** Publishes a record without a value. */
	public void bury(String topic, String key) {
		send(topic, key, null, List.of());
	}

	public void send(String topic, String key, byte @Nullable [] value, List<Header> headers) {
		try {
			this.producer.send(new ProducerRecord<>(this.prefix + topic, null, key, value, headers)).get();
		}
		catch (ExecutionException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static Header header(String name, String value) {
		return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public void close() {
		this.producer.close();
	}

}
