package org.sharaka.chassis.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.consumer.DeadLetterTopic;
import org.springframework.messaging.Message;

/**
 * The dead letters of this service, read from its dead-letter topics so that people can
 * list and settle them. The topic is the truth: the collection can be dropped and is
 * filled again from it.
 */
public final class DeadLetters implements Consumer<Message<List<ConsumerRecord<byte[], byte[]>>>> {

	private final MongoCollection<Document> collection;

	public DeadLetters(MongoDatabase database) {
		this.collection = database.getCollection("deadLetters");
		// what the list asks for: one status, newest first
		this.collection
			.createIndex(Indexes.compoundIndex(Indexes.ascending("status"), Indexes.descending("failedAt", "_id")));
	}

	@Override
	public void accept(Message<List<ConsumerRecord<byte[], byte[]>>> message) {
		archive(message.getPayload());
	}

	/** Adds what is not there yet; a letter that is there keeps what became of it. */
	public void archive(List<ConsumerRecord<byte[], byte[]>> records) {
		List<UpdateOneModel<Document>> upserts = records.stream().map(DeadLetters::upsert).toList();
		if (!upserts.isEmpty()) {
			this.collection.bulkWrite(upserts, new BulkWriteOptions().ordered(false));
		}
	}

	private static UpdateOneModel<Document> upsert(ConsumerRecord<byte[], byte[]> record) {
		Map<String, String> headers = text(record.headers());
		String topic = headers.getOrDefault(DeadLetterTopic.TOPIC, record.topic());
		int partition = Integer.parseInt(headers.getOrDefault(DeadLetterTopic.PARTITION, "" + record.partition()));
		long offset = Long.parseLong(headers.getOrDefault(DeadLetterTopic.OFFSET, "" + record.offset()));
		Instant failedAt = Optional.ofNullable(headers.get(DeadLetterTopic.FAILED_AT))
			.map(Instant::parse)
			.orElseGet(() -> Instant.ofEpochMilli(record.timestamp()));
		List<Document> original = new ArrayList<>();
		headers.forEach((name, value) -> {
			if (!name.startsWith("x-")) {
				original.add(new Document("name", name).append("value", value));
			}
		});
		Document letter = new Document("topic", topic).append("partition", partition)
			.append("offset", offset)
			.append("key", (record.key() != null) ? new String(record.key(), StandardCharsets.UTF_8) : null)
			.append("reason", headers.getOrDefault(DeadLetterTopic.REASON, "no reason was given"))
			.append("code", headers.getOrDefault(DeadLetterTopic.CODE, "unknown"))
			.append("failedAt", Date.from(failedAt))
			.append("attempts", Integer.parseInt(headers.getOrDefault(DeadLetterTopic.ATTEMPTS, "1")))
			.append("status", DeadLetter.Status.OPEN.name())
			.append("headers", original)
			.append("value", (record.value() != null) ? new Binary(record.value()) : null);
		return new UpdateOneModel<>(Filters.eq("_id", topic + "-" + partition + "-" + offset),
				new Document("$setOnInsert", letter), new UpdateOptions().upsert(true));
	}

	private static Map<String, String> text(Headers headers) {
		Map<String, String> text = new HashMap<>();
		for (Header header : headers) {
			if (header.value() != null) {
				text.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
			}
		}
		return text;
	}

	public Optional<DeadLetter> find(String id) {
		return Optional.ofNullable(this.collection.find(Filters.eq("_id", id)).first()).map(DeadLetters::letter);
	}

	/**
	 * Letters of one status, newest first, without their values.
	 * @param before the place to go on after, as {@link Place} of the last letter seen
	 */
	public List<DeadLetter> list(DeadLetter.Status status, @Nullable String topic, @Nullable Place before, int limit) {
		List<Bson> filters = new ArrayList<>(List.of(Filters.eq("status", status.name())));
		if (topic != null) {
			filters.add(Filters.eq("topic", topic));
		}
		if (before != null) {
			Date at = Date.from(before.failedAt());
			filters.add(Filters.or(Filters.lt("failedAt", at),
					Filters.and(Filters.eq("failedAt", at), Filters.lt("_id", before.id()))));
		}
		return this.collection.find(Filters.and(filters))
			.sort(Sorts.descending("failedAt", "_id"))
			.limit(limit)
			.projection(Projections.exclude("value"))
			.map(DeadLetters::letter)
			.into(new ArrayList<>());
	}

	/** A letter's place in the list. */
	public record Place(Instant failedAt, String id) {
	}

	/**
	 * Settles an open letter; of two who settle it at once, one wins.
	 * @return whether it was open until now
	 */
	public boolean settle(String id, DeadLetter.Status status) {
		return this.collection
			.updateOne(Filters.and(Filters.eq("_id", id), Filters.eq("status", DeadLetter.Status.OPEN.name())),
					Updates.combine(Updates.set("status", status.name()),
							Updates.inc("attempts", (status == DeadLetter.Status.REPLAYED) ? 1 : 0)))
			.getModifiedCount() == 1;
	}

	/** Notes that a replay failed too. */
	public void failedAgain(String id, String code, String reason, Instant at) {
		this.collection.updateOne(Filters.eq("_id", id), Updates.combine(Updates.set("code", code),
				Updates.set("reason", reason), Updates.set("failedAt", Date.from(at)), Updates.inc("attempts", 1)));
	}

	private static DeadLetter letter(Document document) {
		Map<String, String> headers = new HashMap<>();
		document.getList("headers", Document.class, List.of())
			.forEach((header) -> headers.put(header.getString("name"), header.getString("value")));
		Binary value = document.get("value", Binary.class);
		return new DeadLetter(document.getString("_id"), document.getString("topic"), document.getInteger("partition"),
				document.getLong("offset"), document.getString("key"), document.getString("reason"),
				document.getString("code"), document.getDate("failedAt").toInstant(), document.getInteger("attempts"),
				DeadLetter.Status.valueOf(document.getString("status")), headers,
				(value != null) ? value.getData() : null);
	}

}
