package org.sharaka.chassis.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.event.Contracts;

/**
 * An event in an outbox: all that the relay needs, so that it needs to know no type.
 *
 * @param data JSON in UTF-8
 */
record PendingEvent(String id, String type, String topic, String key, String subject, Instant time, long sequence,
		@Nullable String traceparent, byte[] data) {

	Document toDocument() {
		return new Document("id", this.id).append("type", this.type)
			.append("topic", this.topic)
			.append("key", this.key)
			.append("subject", this.subject)
			.append("time", Date.from(this.time))
			.append("sequence", this.sequence)
			.append("traceparent", this.traceparent)
			.append("data", new Binary(this.data));
	}

	static PendingEvent of(Document document) {
		return new PendingEvent(document.getString("id"), document.getString("type"), document.getString("topic"),
				document.getString("key"), document.getString("subject"), document.getDate("time").toInstant(),
				document.getLong("sequence"), document.getString("traceparent"),
				document.get("data", Binary.class).getData());
	}

	/** A CloudEvent in binary mode: the attributes are headers, the value is the data. */
	ProducerRecord<String, byte[]> toRecord(String source) {
		List<Header> headers = new ArrayList<>(List.of(header("ce_specversion", "1.0"), header("ce_id", this.id),
				header("ce_source", source), header("ce_type", this.type), header("ce_subject", this.subject),
				header("ce_time", this.time.toString()), header("ce_dataschema", Contracts.schemaOf(this.type)),
				header("ce_sequence", Long.toString(this.sequence)), header("content-type", "application/json")));
		if (this.traceparent != null) {
			headers.add(header("ce_traceparent", this.traceparent));
		}
		return new ProducerRecord<>(this.topic, null, this.key, this.data, headers);
	}

	private static Header header(String name, String value) {
		return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
	}

}
