package org.sharaka.chassis.deadletter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.consumer.DeadLetterErasure;
import org.springframework.messaging.Message;

/**
 * The dead letters of this service, archived from its dead-letter topics so that
 * operators can list, replay and discard them. Thread-safe.
 *
 * <p>
 * A tombstone on a key erases the values and headers of that key's older letters here,
 * also of those that are archived after it, for which a marker is kept. The records in
 * the dead-letter topic cannot be erased; they remain until the topic's retention ends,
 * as does the key.
 */
public final class DeadLetters implements Consumer<Message<List<ConsumerRecord<byte[], byte[]>>>>, DeadLetterErasure {

	private static final Bson WITHOUT_CONTENT = Projections.exclude("value");

	private static final Bson IN_ORDER = Sorts.ascending("topic", "partition", "offset");

	private final MongoCollection<Document> letters;

	private final MongoCollection<Document> erasures;

	public DeadLetters(MongoDatabase database) {
		this.letters = database.getCollection("deadLetters");
		this.erasures = database.getCollection("deadLetterErasures");
		// the list: one status, newest first; replays: one status in order; one key
		this.letters
			.createIndex(Indexes.compoundIndex(Indexes.ascending("status"), Indexes.descending("failedAt", "_id")));
		this.letters.createIndex(Indexes.ascending("status", "topic", "partition", "offset"));
		this.letters.createIndex(Indexes.ascending("key", "topic", "offset"));
		this.letters.createIndex(Indexes.ascending("createdAt"));
	}

	@Override
	public void accept(Message<List<ConsumerRecord<byte[], byte[]>>> message) {
		archive(message.getPayload());
	}

	/** Adds letters; one that is archived already keeps what became of it. */
	public void archive(List<ConsumerRecord<byte[], byte[]>> records) {
		List<Document> documents = records.stream().map(DeadLetterDocument::of).toList();
		if (documents.isEmpty()) {
			return;
		}
		this.letters.bulkWrite(documents.stream().map(DeadLetters::insertIfAbsent).toList(),
				new BulkWriteOptions().ordered(false));
		// after the letters: whatever tombstone comes in between, one of the two erases
		Map<String, Document> keys = new HashMap<>();
		documents.stream()
			.filter((document) -> document.getString("key") != null)
			.forEach((document) -> keys.put(erasureId(document.getString("topic"), document.getString("key")),
					document));
		this.erasures.find(Filters.in("_id", keys.keySet())).forEach((marker) -> {
			Document letter = Objects.requireNonNull(keys.get(marker.getString("_id")));
			eraseContent(letter.getString("topic"), letter.getString("key"), marker.getLong("offset"));
		});
	}

	private static UpdateOneModel<Document> insertIfAbsent(Document document) {
		Document fields = new Document(document);
		Object id = fields.remove("_id");
		return new UpdateOneModel<>(Filters.eq("_id", id), new Document("$setOnInsert", fields),
				new UpdateOptions().upsert(true));
	}

	@Override
	public void erase(List<ConsumerRecord<byte[], byte[]>> tombstones) {
		for (ConsumerRecord<byte[], byte[]> tombstone : tombstones) {
			String key = Objects.requireNonNull(DeadLetterDocument.encoded(tombstone.key()));
			this.erasures.updateOne(Filters.eq("_id", erasureId(tombstone.topic(), key)),
					Updates.combine(Updates.max("offset", tombstone.offset()),
							Updates.set("erasedAt", new Date(tombstone.timestamp()))),
					new UpdateOptions().upsert(true));
			eraseContent(tombstone.topic(), key, tombstone.offset());
		}
	}

	private void eraseContent(String topic, String key, long beforeOffset) {
		Bson older = Filters.and(Filters.eq("key", key), Filters.eq("topic", topic),
				Filters.lt("offset", beforeOffset));
		this.letters.updateMany(Filters.and(older, Filters.eq("status", DeadLetter.Status.OPEN.name())),
				Updates.set("status", DeadLetter.Status.ERASED.name()));
		this.letters.updateMany(older, Updates.combine(Updates.unset("value"), Updates.set("headers", List.of())));
	}

	private static String erasureId(String topic, String key) {
		return topic + "/" + key;
	}

	/** Deletes letters, whatever their status, and markers of erasures, by age. */
	public void deleteOlderThan(Instant time) {
		this.letters.deleteMany(Filters.lt("createdAt", Date.from(time)));
		this.erasures.deleteMany(Filters.lt("erasedAt", Date.from(time)));
	}

	public Optional<DeadLetter> find(String id) {
		return Optional.ofNullable(this.letters.find(Filters.eq("_id", id)).first()).map(DeadLetterDocument::read);
	}

	/**
	 * Letters of one status, newest first, without their values.
	 * @param before the last letter of the previous page
	 */
	List<DeadLetter> list(DeadLetter.Status status, DeadLetterFilter filter, @Nullable ListPosition before, int limit) {
		Bson matching = filter.with(status);
		if (before != null) {
			Date at = Date.from(before.failedAt());
			matching = Filters.and(matching, Filters.or(Filters.lt("failedAt", at),
					Filters.and(Filters.eq("failedAt", at), Filters.lt("_id", before.id()))));
		}
		return this.letters.find(matching)
			.sort(Sorts.descending("failedAt", "_id"))
			.limit(limit)
			.projection(WITHOUT_CONTENT)
			.map(DeadLetterDocument::read)
			.into(new ArrayList<>());
	}

	/** The position of a letter in the list. */
	record ListPosition(Instant failedAt, String id) {
	}

	/**
	 * Open letters in the order of topic, partition and offset.
	 * @param after the last one of the previous page
	 */
	List<DeadLetter> openInOrder(DeadLetterFilter filter, @Nullable Position after, int limit) {
		Bson matching = filter.with(DeadLetter.Status.OPEN);
		if (after != null) {
			Bson sameTopic = Filters.eq("topic", after.topic());
			Bson samePartition = Filters.and(sameTopic, Filters.eq("partition", after.partition()));
			matching = Filters.and(matching,
					Filters.or(Filters.gt("topic", after.topic()),
							Filters.and(sameTopic, Filters.gt("partition", after.partition())),
							Filters.and(samePartition, Filters.gt("offset", after.offset()))));
		}
		return this.letters.find(matching)
			.sort(IN_ORDER)
			.limit(limit)
			.map(DeadLetterDocument::read)
			.into(new ArrayList<>());
	}

	/** The position of a letter's record. */
	record Position(String topic, int partition, long offset) {

		static Position of(DeadLetter letter) {
			return new Position(letter.topic(), letter.partition(), letter.offset());
		}

	}

	long countOpen(DeadLetterFilter filter) {
		return this.letters.countDocuments(filter.with(DeadLetter.Status.OPEN));
	}

	/** An open letter of the same key that must be replayed before this one. */
	public Optional<String> openBefore(DeadLetter letter) {
		if (letter.key() == null) {
			return Optional.empty();
		}
		return Optional.ofNullable(this.letters
			.find(Filters.and(Filters.eq("key", DeadLetterDocument.encoded(letter.key())),
					Filters.eq("topic", letter.topic()), Filters.eq("partition", letter.partition()),
					Filters.lt("offset", letter.offset()), Filters.eq("status", DeadLetter.Status.OPEN.name())))
			.sort(IN_ORDER)
			.projection(Projections.include("_id"))
			.first()).map((document) -> document.getString("_id"));
	}

	/**
	 * Settles an open letter. If two do so at once, one of them succeeds.
	 * @return whether it was open until now
	 */
	public boolean settle(String id, DeadLetter.Status status) {
		return this.letters
			.updateOne(Filters.and(Filters.eq("_id", id), Filters.eq("status", DeadLetter.Status.OPEN.name())),
					Updates.combine(Updates.set("status", status.name()),
							Updates.inc("attempts", (status == DeadLetter.Status.REPLAYED) ? 1 : 0)))
			.getModifiedCount() == 1;
	}

	/** Records that a replay failed too. */
	public void failedAgain(String id, String code, String reason, Instant at) {
		this.letters.updateOne(Filters.eq("_id", id), Updates.combine(Updates.set("code", code),
				Updates.set("reason", reason), Updates.set("failedAt", Date.from(at)), Updates.inc("attempts", 1)));
	}

}
