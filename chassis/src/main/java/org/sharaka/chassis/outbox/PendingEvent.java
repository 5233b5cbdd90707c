package org.sharaka.chassis.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

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
 * @param data JSON in UTF-8; null in a tombstone
 * @param bytes about how many bytes it takes up in the aggregate's document
 * @param history what the history keeps of it; null if the aggregate has none
 */
record PendingEvent(String id, String type, String topic, String key, String subject, Instant recordedAt, long sequence,
		@Nullable String traceparent, byte @Nullable [] data, long bytes, @Nullable HistoryPart history) {

	/**
	 * What the history keeps of an event, beside the event itself.
	 *
	 * @param commandKey unique in the history, see {@link MongoHistory}
	 * @param state the aggregate's own fields after the change
	 * @param erasedFields fields to erase from all earlier states
	 */
	record HistoryPart(String actor, String commandId, String commandKey, Instant effectiveAt, Document state,
			List<String> erasedFields) {
	}

	Document toDocument() {
		Document document = new Document("id", this.id).append("type", this.type)
			.append("topic", this.topic)
			.append("key", this.key)
			.append("subject", this.subject)
			.append("recordedAt", Date.from(this.recordedAt))
			.append("sequence", this.sequence)
			.append("traceparent", this.traceparent)
			.append("data", (this.data != null) ? new Binary(this.data) : null)
			.append("bytes", this.bytes);
		if (this.history != null) {
			document.append("actor", this.history.actor())
				.append("commandId", this.history.commandId())
				.append("commandKey", this.history.commandKey())
				.append("effectiveAt", Date.from(this.history.effectiveAt()))
				.append("state", this.history.state());
			if (!this.history.erasedFields().isEmpty()) {
				document.append("erasedFields", this.history.erasedFields());
			}
		}
		return document;
	}

	static PendingEvent of(Document document) {
		return new PendingEvent(document.getString("id"), document.getString("type"), document.getString("topic"),
				document.getString("key"), document.getString("subject"), document.getDate("recordedAt").toInstant(),
				document.getLong("sequence"), document.getString("traceparent"),
				Optional.ofNullable(document.get("data", Binary.class)).map(Binary::getData).orElse(null),
				document.getLong("bytes"),
				Optional.ofNullable(document.get("state", Document.class))
					.map((state) -> historyPart(document, state))
					.orElse(null));
	}

	private static HistoryPart historyPart(Document document, Document state) {
		return new HistoryPart(document.getString("actor"), document.getString("commandId"),
				document.getString("commandKey"), document.getDate("effectiveAt").toInstant(), state,
				document.getList("erasedFields", String.class, List.of()));
	}

	/** The outbox of an aggregate's document. */
	static List<PendingEvent> listOf(Document aggregate) {
		return aggregate.getList("outbox", Document.class, List.of()).stream().map(PendingEvent::of).toList();
	}

	/**
	 * A CloudEvent in binary mode: the attributes are headers, the value is the data. A
	 * tombstone has the same headers and no value.
	 */
	ProducerRecord<String, byte @Nullable []> toRecord(String source) {
		List<Header> headers = new ArrayList<>(List.of(header("ce_specversion", "1.0"), header("ce_id", this.id),
				header("ce_source", source), header("ce_type", this.type), header("ce_subject", this.subject),
				header("ce_time", this.recordedAt.toString()), header("ce_dataschema", Contracts.schemaOf(this.type)),
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
