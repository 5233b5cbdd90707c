package org.sharaka.chassis.deadletter;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The collection {@code deadLetterReplays}. A running replay is leased by one process at
 * a time; when the lease expires, another process continues it.
 */
final class BulkReplays {

	private static final Duration LEASE = Duration.ofSeconds(30);

	private static final Bson RUNNING = Filters.eq("status", BulkReplay.Status.RUNNING.name());

	private static final FindOneAndUpdateOptions AFTER = new FindOneAndUpdateOptions()
		.returnDocument(ReturnDocument.AFTER);

	private final MongoCollection<Document> collection;

	BulkReplays(MongoDatabase database) {
		this.collection = database.getCollection("deadLetterReplays");
	}

	BulkReplay start(String id, DeadLetterFilter filter, long total, Instant now) {
		DeadLetterFilter bounded = new DeadLetterFilter(filter.topic(), filter.code(), filter.key(), filter.from(),
				(filter.to() != null) ? filter.to() : now);
		Document document = new Document("_id", id).append("topic", filter.topic())
			.append("code", filter.code())
			.append("key", filter.key())
			.append("from", date(filter.from()))
			.append("to", date(bounded.to()))
			.append("status", BulkReplay.Status.RUNNING.name())
			.append("startedAt", Date.from(now))
			.append("updatedAt", Date.from(now))
			.append("total", total)
			.append("replayed", 0L)
			.append("failed", 0L)
			.append("skipped", 0L)
			.append("leasedUntil", Date.from(Instant.EPOCH));
		this.collection.insertOne(document);
		return replay(document);
	}

	Optional<BulkReplay> find(String id) {
		return Optional.ofNullable(this.collection.find(Filters.eq("_id", id)).first()).map(BulkReplays::replay);
	}

	/** Leases a replay that is running but that no process works on. */
	Optional<BulkReplay> lease(String process, Instant now) {
		Bson expired = Filters.lt("leasedUntil", Date.from(now));
		return Optional
			.ofNullable(this.collection.findOneAndUpdate(Filters.and(RUNNING, expired),
					Updates.combine(Updates.set("leasedBy", process), leasedUntil(now.plus(LEASE))), AFTER))
			.map(BulkReplays::replay);
	}

	/**
	 * Writes the progress and extends the lease.
	 * @return whether to continue; false if it was cancelled or is no longer leased
	 */
	boolean progress(BulkReplay replay, String process, Instant now) {
		DeadLetters.Position position = replay.position();
		Document fields = new Document("replayed", replay.replayed()).append("failed", replay.failed())
			.append("skipped", replay.skipped())
			.append("updatedAt", Date.from(now))
			.append("leasedUntil", Date.from(now.plus(LEASE)));
		if (position != null) {
			fields.append("position", new Document("topic", position.topic()).append("partition", position.partition())
				.append("offset", position.offset()));
		}
		return this.collection.updateOne(leased(replay.id(), process), new Document("$set", fields))
			.getMatchedCount() == 1;
	}

	void done(String id, String process) {
		this.collection.updateOne(leased(id, process), Updates.set("status", BulkReplay.Status.DONE.name()));
	}

	/** Lets another process, or this one, continue at the given time. */
	void release(String id, String process, Instant at) {
		this.collection.updateOne(leased(id, process), leasedUntil(at));
	}

	/** Ends a replay; the letter that is being handled is finished. */
	Optional<BulkReplay> cancel(String id, Instant now) {
		this.collection.updateOne(Filters.and(Filters.eq("_id", id), RUNNING), Updates.combine(
				Updates.set("status", BulkReplay.Status.CANCELLED.name()), Updates.set("updatedAt", Date.from(now))));
		return find(id);
	}

	void deleteOlderThan(Instant time) {
		this.collection.deleteMany(Filters.lt("startedAt", Date.from(time)));
	}

	private static Bson leased(String id, String process) {
		return Filters.and(Filters.eq("_id", id), Filters.eq("leasedBy", process), RUNNING);
	}

	private static Bson leasedUntil(Instant time) {
		return Updates.set("leasedUntil", Date.from(time));
	}

	private static BulkReplay replay(Document document) {
		Document position = document.get("position", Document.class);
		return new BulkReplay(document.getString("_id"),
				new DeadLetterFilter(document.getString("topic"), document.getString("code"), document.getString("key"),
						instant(document, "from"), instant(document, "to")),
				BulkReplay.Status.valueOf(document.getString("status")), document.getDate("startedAt").toInstant(),
				document.getDate("updatedAt").toInstant(), document.getLong("total"), document.getLong("replayed"),
				document.getLong("failed"), document.getLong("skipped"),
				(position != null) ? new DeadLetters.Position(position.getString("topic"),
						position.getInteger("partition"), position.getLong("offset")) : null);
	}

	private static @Nullable Date date(@Nullable Instant instant) {
		return (instant != null) ? Date.from(instant) : null;
	}

	private static @Nullable Instant instant(Document document, String field) {
		Date date = document.getDate(field);
		return (date != null) ? date.toInstant() : null;
	}

}
