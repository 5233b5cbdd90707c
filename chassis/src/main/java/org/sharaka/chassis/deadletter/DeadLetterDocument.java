package org.sharaka.chassis.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.consumer.DeadLetterTopic;

/** A dead letter as a document: from a record of a dead-letter topic, and back. */
final class DeadLetterDocument {

	/** A document must stay below 16 MiB; larger values are in the topic only. */
	private static final int MAX_VALUE_BYTES = 8 * 1024 * 1024;

	private DeadLetterDocument() {
	}

	/** A new letter; its headers may come from anybody who can write to the topic. */
	static Document of(ConsumerRecord<byte[], byte[]> record) {
		String topic = text(record, DeadLetterTopic.TOPIC).orElse(record.topic());
		long partition = number(record, DeadLetterTopic.PARTITION, record.partition());
		long offset = number(record, DeadLetterTopic.OFFSET, record.offset());
		Date failedAt = Date.from(text(record, DeadLetterTopic.FAILED_AT).flatMap(DeadLetterDocument::instant)
			.orElseGet(() -> Instant.ofEpochMilli(record.timestamp())));
		boolean tooLarge = record.value() != null && record.value().length > MAX_VALUE_BYTES;
		long omitted = number(record, DeadLetterTopic.OMITTED_BYTES, tooLarge ? record.value().length : 0);
		List<Document> headers = new ArrayList<>();
		for (Header header : record.headers()) {
			if (!DeadLetterTopic.HEADERS.contains(header.key())) {
				headers.add(new Document("name", header.key()).append("value", binary(header.value())));
			}
		}
		return new Document("_id", topic + "-" + partition + "-" + offset).append("topic", topic)
			.append("partition", (int) partition)
			.append("offset", offset)
			.append("key", encoded(record.key()))
			.append("reason", text(record, DeadLetterTopic.REASON).orElse("no reason was given"))
			.append("code", text(record, DeadLetterTopic.CODE).orElse("unknown"))
			.append("createdAt", failedAt)
			.append("failedAt", failedAt)
			.append("attempts", (int) number(record, DeadLetterTopic.ATTEMPTS, 1))
			.append("status", DeadLetter.Status.OPEN.name())
			.append("headers", headers)
			.append("value", (omitted > 0) ? null : binary(record.value()))
			.append("omittedBytes", (int) omitted);
	}

	static DeadLetter read(Document document) {
		List<Header> headers = document.getList("headers", Document.class, List.of())
			.stream()
			.<Header>map((header) -> new RecordHeader(header.getString("name"), bytes(header, "value")))
			.toList();
		String key = document.getString("key");
		return new DeadLetter(document.getString("_id"), document.getString("topic"), document.getInteger("partition"),
				document.getLong("offset"), (key != null) ? Base64.getDecoder().decode(key) : null,
				document.getString("reason"), document.getString("code"), document.getDate("createdAt").toInstant(),
				document.getDate("failedAt").toInstant(), document.getInteger("attempts"),
				DeadLetter.Status.valueOf(document.getString("status")), headers, bytes(document, "value"),
				document.getInteger("omittedBytes"));
	}

	/** Keys are compared byte for byte, also where a server cannot compare binaries. */
	static @Nullable String encoded(byte @Nullable [] key) {
		return (key != null) ? Base64.getEncoder().encodeToString(key) : null;
	}

	private static @Nullable Binary binary(byte @Nullable [] bytes) {
		return (bytes != null) ? new Binary(bytes) : null;
	}

	private static byte @Nullable [] bytes(Document document, String field) {
		Binary binary = document.get(field, Binary.class);
		return (binary != null) ? binary.getData() : null;
	}

	private static Optional<String> text(ConsumerRecord<byte[], byte[]> record, String name) {
		return StreamSupport.stream(record.headers().headers(name).spliterator(), false)
			.filter((header) -> header.value() != null)
			.reduce((first, last) -> last)
			.map((header) -> new String(header.value(), StandardCharsets.UTF_8));
	}

	private static long number(ConsumerRecord<byte[], byte[]> record, String name, long otherwise) {
		return text(record, name).filter((text) -> text.matches("[0-9]{1,18}")).map(Long::valueOf).orElse(otherwise);
	}

	private static Optional<Instant> instant(String text) {
		try {
			return Optional.of(Instant.parse(text));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
