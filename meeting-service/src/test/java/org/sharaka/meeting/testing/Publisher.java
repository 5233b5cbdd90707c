package org.sharaka.meeting.testing;

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
import org.sharaka.chassis.testing.TestInfrastructure;

/**
 * Publishes CloudEvents in binary mode, as another service or a ministry system would.
 */
public final class Publisher implements AutoCloseable {

	private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
			Map.of("bootstrap.servers", TestInfrastructure.kafka(), "acks", "all"), new StringSerializer(),
			new ByteArraySerializer());

	private final String prefix;

	public Publisher(Class<?> testClass) {
		this.prefix = TestInfrastructure.uniqueName(testClass) + ".";
	}

	/**
	 * @param sequence 0 for none
	 */
	public void publish(String topic, String key, String source, String id, String shortType, long sequence,
			String json) {
		List<Header> headers = new ArrayList<>(List.of(header("ce_specversion", "1.0"), header("ce_id", id),
				header("ce_source", source), header("ce_type", "org.sharaka." + shortType + ".v1"),
				header("ce_subject", key), header("ce_time", Instant.now().toString()),
				header("ce_dataschema", "urn:sharaka:schema:" + shortType + ":1"),
				header("content-type", "application/json")));
		if (sequence > 0) {
			headers.add(header("ce_sequence", Long.toString(sequence)));
		}
		try {
			this.producer
				.send(new ProducerRecord<>(this.prefix + topic, null, key, json.getBytes(StandardCharsets.UTF_8),
						headers))
				.get();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public void requestMeeting(String id, String json) {
		publish("ministry.events", "request", "/ministry/correspondence", id, "ministry.meeting-requested", 0, json);
	}

	public static String newId() {
		return UUID.randomUUID().toString();
	}

	private static Header header(String name, String value) {
		return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public void close() {
		this.producer.close();
	}

}
