package org.sharaka.chassis.event;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CloudEventsTest {

	private static final String ANNOUNCEMENT = "org.sharaka.ministry.announcement-issued.v1";

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "application/json", "application/cloudevents+json; charset=UTF-8", "text/plain" })
	void aStructuredEventIsRecognisedWhateverItsLabel(String contentType) throws IOException {
		// written by the CloudEvents SDK for Python 2.2.0, cloudevents.v1.kafka
		ConsumerRecord<byte[], byte[]> record = record(resource("/cloudevents/python-sdk-structured.json"),
				(contentType != null) ? Map.of("content-type", contentType) : Map.of());
		assertThat(CloudEvents.typeOf(record)).isEqualTo(ANNOUNCEMENT);
		Event event = CloudEvents.read(record);
		assertThat(event.id()).isEqualTo("2f1c6d9e-7f0c-4a3a-9d45-0a2f4f7f9b11");
		assertThat(event.time()).isEqualTo("2026-11-24T12:00:00Z");
		assertThat(event.body().at("/title/ar").asString()).isEqualTo("إعلان");
	}

	@Test
	void dataWithAFieldCalledSpecversionIsNotAStructuredEvent() {
		ConsumerRecord<byte[], byte[]> record = record(bytes("{\"specversion\": \"1.0\"}"), Map.of("ce_specversion",
				"1.0", "ce_id", "1", "ce_source", "/a", "ce_type", "t", "content-type", "application/json"));
		assertThat(CloudEvents.read(record).body().path("specversion").asString()).isEqualTo("1.0");
	}

	@Test
	void aTombstoneCarriesTheSequenceAndTimeOfItsEvent() {
		ConsumerRecord<byte[], byte[]> record = record(null,
				Map.of("ce_specversion", "1.0", "ce_id", "7", "ce_source", "/registry-service", "ce_type",
						"org.sharaka.contacts.changed.v1", "ce_sequence", "12", "ce_time", "2026-11-24T12:00:00Z"));
		Event event = CloudEvents.read(record);
		assertThat(event.type()).isEqualTo(Event.TOMBSTONE);
		assertThat(event.key()).isEqualTo("k");
		assertThat(event.sequence()).isEqualTo(12);
		assertThat(event.time()).isEqualTo(Instant.parse("2026-11-24T12:00:00Z"));
		assertThat(event.source()).isEqualTo("/registry-service");
	}

	@Test
	void aTombstoneNeedsNoAttributes() {
		Event event = CloudEvents.read(record(null, Map.of()));
		assertThat(event.type()).isEqualTo(Event.TOMBSTONE);
		assertThat(event.sequence()).isZero();
	}

	@Test
	void whatIsNoEventIsRefusedWithAllItsFaults() {
		assertThatThrownBy(() -> CloudEvents.read(record(bytes("{\"a\": 1}"), Map.of())))
			.isInstanceOf(InvalidEventException.class)
			.hasMessageContaining("'id' is missing")
			.hasMessageContaining("'specversion' is missing");
	}

	private static ConsumerRecord<byte[], byte[]> record(byte[] value, Map<String, String> headers) {
		ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("ministry.events", 0, 7, bytes("k"), value);
		headers.forEach((name, header) -> record.headers().add(name, bytes(header)));
		return record;
	}

	private static byte[] resource(String path) throws IOException {
		try (InputStream file = Objects.requireNonNull(CloudEventsTest.class.getResourceAsStream(path))) {
			return file.readAllBytes();
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
