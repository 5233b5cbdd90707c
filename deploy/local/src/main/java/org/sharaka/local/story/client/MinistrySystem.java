package org.sharaka.local.story.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Another team's system that publishes events with nothing but Kafka and CloudEvents. The
 * id of an event is derived from its subject, so publishing it again repeats the same
 * event.
 */
public final class MinistrySystem implements AutoCloseable {

	static final String SOURCE = "/story/ministry-system";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Duration SEND_TIMEOUT = Duration.ofSeconds(20);

	private final Producer<String, byte[]> producer;

	private final String topic;

	public MinistrySystem(ServiceEndpoints endpoints) {
		this(new KafkaProducer<>(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, endpoints.brokers(),
				ProducerConfig.MAX_BLOCK_MS_CONFIG, Math.toIntExact(SEND_TIMEOUT.toMillis())), new StringSerializer(),
				new ByteArraySerializer()), endpoints.topicPrefix() + "ministry.events");
	}

	public MinistrySystem(Producer<String, byte[]> producer, String topic) {
		this.producer = producer;
		this.topic = topic;
	}

	/** Publishes in structured mode: one JSON object with attributes and data. */
	public void publishStructured(String type, String subject, Map<String, Object> data, Instant time)
			throws InterruptedException {
		Map<String, Object> event = new LinkedHashMap<>(attributes(type, subject, time));
		event.put("datacontenttype", "application/json");
		event.put("data", data);
		ProducerRecord<String, byte[]> message = new ProducerRecord<>(this.topic, subject,
				JSON.writeValueAsBytes(event));
		message.headers()
			.add("content-type", "application/cloudevents+json; charset=UTF-8".getBytes(StandardCharsets.UTF_8));
		send(message);
	}

	/** Publishes in binary mode: the attributes are headers, the value is the data. */
	public void publishBinary(String type, String subject, Map<String, Object> data, Instant time)
			throws InterruptedException {
		ProducerRecord<String, byte[]> message = new ProducerRecord<>(this.topic, subject,
				JSON.writeValueAsBytes(data));
		message.headers().add("content-type", "application/json".getBytes(StandardCharsets.UTF_8));
		attributes(type, subject, time)
			.forEach((name, value) -> message.headers().add("ce_" + name, value.getBytes(StandardCharsets.UTF_8)));
		send(message);
	}

	private static Map<String, String> attributes(String type, String subject, Instant time) {
		Map<String, String> attributes = new LinkedHashMap<>();
		attributes.put("specversion", "1.0");
		attributes.put("id", UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8)).toString());
		attributes.put("source", SOURCE);
		attributes.put("type", "org.sharaka." + type + ".v1");
		attributes.put("subject", subject);
		attributes.put("time", time.truncatedTo(ChronoUnit.MILLIS).toString());
		attributes.put("dataschema", "urn:sharaka:schema:" + type + ":1");
		return attributes;
	}

	private void send(ProducerRecord<String, byte[]> message) throws InterruptedException {
		try {
			this.producer.send(message).get(SEND_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new StoryFailedException(
					"Kafka did not accept an event for %s: %s".formatted(this.topic, ex.getMessage()));
		}
	}

	@Override
	public void close() {
		this.producer.close(Duration.ofSeconds(5));
	}

}
