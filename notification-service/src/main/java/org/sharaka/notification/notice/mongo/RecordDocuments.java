package org.sharaka.notification.notice.mongo;

import java.util.Objects;

import org.bson.Document;
import org.sharaka.chassis.mongo.DocumentMapper;
import org.sharaka.chassis.mongo.TextCodec;
import org.sharaka.notification.notice.policy.Priority;

/**
 * Maps records of the model to documents whose {@code _id} is the record's {@code id}. A
 * priority is stored as its rank, so that an index can sort by it.
 */
final class RecordDocuments {

	private static final DocumentMapper MAPPER = new DocumentMapper(new TextCodec<>(Priority.class,
			(priority) -> Integer.toString(priority.ordinal()), (rank) -> Priority.values()[Integer.parseInt(rank)]));

	private RecordDocuments() {
	}

	static Document toDocument(Record value) {
		Document document = MAPPER.toDocument(value);
		document.values().removeIf(Objects::isNull);
		document.put("_id", document.remove("id"));
		return document;
	}

	static Document toNestedDocument(Record value) {
		Document document = MAPPER.toDocument(value);
		document.values().removeIf(Objects::isNull);
		return document;
	}

	static <T extends Record> T toRecord(Document document, Class<T> type) {
		return MAPPER.fromDocument(new Document(document).append("id", document.get("_id")), type);
	}

	static String rank(Priority priority) {
		return Integer.toString(priority.ordinal());
	}

}
