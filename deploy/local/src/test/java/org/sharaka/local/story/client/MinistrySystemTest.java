package org.sharaka.local.story.client;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.sharaka.local.story.content.RequestBodies;

import static org.assertj.core.api.Assertions.assertThat;

class MinistrySystemTest {

	private static final Instant NOW = Instant.parse("2026-11-22T06:00:00.123456Z");

	private final MockProducer<String, byte[]> kafka = new MockProducer<>(true, null, new StringSerializer(),
			new ByteArraySerializer());

	private final MinistrySystem ministry = new MinistrySystem(this.kafka, "ministry.events");

	@Test
	void publishesInStructuredMode() throws Exception {
		this.ministry.publishStructured("ministry.announcement-issued", "a-1", RequestBodies.announcement(), NOW);

		ProducerRecord<String, byte[]> message = this.kafka.history().getFirst();
		assertThat(headers(message))
			.containsExactly(Map.entry("content-type", "application/cloudevents+json; charset=UTF-8"));
		JsonNode event = HttpJsonClient.JSON.readTree(message.value());
		assertThat(event.path("specversion").asString()).isEqualTo("1.0");
		assertThat(event.path("type").asString()).isEqualTo("org.sharaka.ministry.announcement-issued.v1");
		assertThat(event.path("dataschema").asString()).isEqualTo("urn:sharaka:schema:ministry.announcement-issued:1");
		assertThat(event.path("time").asString()).isEqualTo("2026-11-22T06:00:00.123Z");
		assertThat(event.path("data").path("title").path("ar").asString())
			.isEqualTo("فتح باب استقبال المبادرات التنموية");
		assertThat(message.key()).isEqualTo("a-1");
	}

	@Test
	void publishesInBinaryMode() throws Exception {
		this.ministry.publishBinary("ministry.announcement-issued", "a-1", RequestBodies.announcement(), NOW);

		ProducerRecord<String, byte[]> message = this.kafka.history().getFirst();
		assertThat(headers(message)).containsEntry("content-type", "application/json")
			.containsEntry("ce_specversion", "1.0")
			.containsEntry("ce_type", "org.sharaka.ministry.announcement-issued.v1")
			.containsEntry("ce_source", MinistrySystem.SOURCE)
			.containsEntry("ce_subject", "a-1")
			.containsKey("ce_id");
		assertThat(HttpJsonClient.JSON.readTree(message.value()))
			.isEqualTo(HttpJsonClient.JSON.valueToTree(RequestBodies.announcement()));
	}

	@Test
	void repeatedEventHasTheSameId() throws Exception {
		this.ministry.publishBinary("ministry.announcement-issued", "a-1", RequestBodies.announcement(), NOW);
		this.ministry.publishBinary("ministry.announcement-issued", "a-1", RequestBodies.announcement(),
				NOW.plusSeconds(9));
		assertThat(headers(this.kafka.history().get(0)).get("ce_id"))
			.isEqualTo(headers(this.kafka.history().get(1)).get("ce_id"));
	}

	private static Map<String, String> headers(ProducerRecord<String, byte[]> message) {
		Map<String, String> headers = new HashMap<>();
		message.headers()
			.forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
		return headers;
	}

}
