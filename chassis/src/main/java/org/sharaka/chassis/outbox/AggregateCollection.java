package org.sharaka.chassis.outbox;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A collection of aggregates, each one document with its own outbox: a change and its
 * events are one write. Works on a stand-alone server, without transactions. Thread-safe.
 *
 * <p>
 * Beside the aggregate's own fields a document has {@code version} (the number of its
 * events), {@code outbox} (events not yet published), {@code outboxSince} (when the
 * oldest was written; absent when there is none), {@code lease} (which relay publishes
 * now) and {@code obeyed} (the last commands, so that one that is repeated is
 * recognised). A document is never replaced whole: that would bring back events that the
 * relay has just removed.
 */
public final class AggregateCollection {

	/**
	 * How many commands an aggregate remembers. A repeated command comes soon or not at
	 * all.
	 */
	private static final int OBEYED = 50;

	private final MongoCollection<Document> collection;

	private final Outbox outbox;

	public AggregateCollection(MongoCollection<Document> collection, Outbox outbox) {
		this.collection = collection;
		this.outbox = outbox;
		// what the relay's sweep asks for: the oldest first
		collection.createIndex(Indexes.ascending("outboxSince"), new IndexOptions().sparse(true));
		// what every change is filtered on; MongoDB would do with _id, but the embedded
		// server
		// uses an index only if it is unique and over exactly the fields of the filter
		collection.createIndex(Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
	}

	/** The collection, to read from; its writes go through here. */
	public MongoCollection<Document> collection() {
		return this.collection;
	}

	public Optional<Document> find(String id) {
		return Optional.ofNullable(this.collection.find(Filters.eq("_id", id)).first());
	}

	/** The version in a document that was read from here. */
	public static long versionOf(Document document) {
		return document.getLong("version");
	}

	/** Whether the aggregate has obeyed this command before. */
	public static boolean hasObeyed(Document document, String commandId) {
		List<String> obeyed = document.getList("obeyed", String.class);
		return obeyed != null && obeyed.contains(commandId);
	}

	/**
	 * Adds an aggregate with its first events. Its version becomes the number of events.
	 * @param state its fields, without {@code _id} and those that this class keeps
	 * @param commandId what asked for it, if it may be asked for again
	 * @throws AlreadyExists if the id or another unique value is taken
	 */
	public void insert(String id, Document state, List<NewEvent> events, @Nullable String commandId) {
		try {
			this.collection.insertOne(newDocument(id, state, events, commandId));
		}
		catch (MongoWriteException ex) {
			if (ex.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
				throw new AlreadyExists(id, ex);
			}
			throw ex;
		}
		this.outbox.written();
	}

	/**
	 * Changes an aggregate and appends events, if it is still at {@code version}.
	 * Afterwards it is at {@code version} plus the number of events, or plus one if there
	 * are none.
	 * @param change updates of the aggregate's own fields
	 * @throws StaleVersion if it is not at this version, or not there
	 */
	public void update(String id, long version, Bson change, List<NewEvent> events, @Nullable String commandId) {
		UpdateOneModel<Document> update = updateModel(id, version, Filters.empty(), change, events, commandId);
		if (this.collection.updateOne(update.getFilter(), update.getUpdate()).getMatchedCount() == 0) {
			throw new StaleVersion(id, version);
		}
		this.outbox.written();
	}

	/** An insertion for {@link #bulk}. */
	public InsertOneModel<Document> insertModel(String id, Document state, List<NewEvent> events) {
		return new InsertOneModel<>(newDocument(id, state, events, null));
	}

	/**
	 * A change for {@link #bulk}; one whose version or condition no longer holds changes
	 * nothing.
	 * @param condition a further condition on the document
	 */
	public UpdateOneModel<Document> updateModel(String id, long version, Bson condition, Bson change,
			List<NewEvent> events, @Nullable String commandId) {
		List<PendingEvent> entries = this.outbox.entries(id, version, events);
		List<Bson> updates = new ArrayList<>(List.of(change, Updates.inc("version", Math.max(1L, entries.size()))));
		if (!entries.isEmpty()) {
			updates.add(Updates.pushEach("outbox", entries.stream().map(PendingEvent::toDocument).toList()));
			updates.add(Updates.min("outboxSince", Date.from(this.outbox.now())));
		}
		if (commandId != null) {
			updates.add(Updates.pushEach("obeyed", List.of(commandId), new PushOptions().slice(-OBEYED)));
		}
		Bson at = atVersion(id, version);
		boolean further = !condition.toBsonDocument().isEmpty();
		return new UpdateOneModel<>(further ? Filters.and(at, condition) : at, Updates.combine(updates));
	}

	/**
	 * The aggregate, if it is at this version: both fields side by side and not in an
	 * {@code $and}, and nothing else, or the embedded server's index does not serve it.
	 */
	static Bson atVersion(String id, long version) {
		return new Document("_id", id).append("version", version);
	}

	/**
	 * Writes many changes of different aggregates in one command, in no particular order.
	 * Insertions of what exists already change nothing.
	 * @return how many were inserted and how many updates matched
	 */
	public Written bulk(List<? extends WriteModel<Document>> writes) {
		if (writes.isEmpty()) {
			return new Written(0, 0);
		}
		int inserts = (int) writes.stream().filter(InsertOneModel.class::isInstance).count();
		int duplicates = 0;
		BulkWriteResult result;
		try {
			result = this.collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
		}
		catch (MongoBulkWriteException ex) {
			duplicates = duplicatesIn(ex);
			result = ex.getWriteResult();
		}
		this.outbox.written();
		return new Written(inserts - duplicates, result.getMatchedCount());
	}

	private static int duplicatesIn(MongoBulkWriteException failure) {
		boolean onlyDuplicates = failure.getWriteConcernError() == null && failure.getWriteErrors()
			.stream()
			.allMatch((error) -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
		if (!onlyDuplicates) {
			throw failure;
		}
		return failure.getWriteErrors().size();
	}

	/** What a bulk did. */
	public record Written(int inserted, int matched) {
	}

	private Document newDocument(String id, Document state, List<NewEvent> events, @Nullable String commandId) {
		List<PendingEvent> entries = this.outbox.entries(id, 0, events);
		Document document = new Document("_id", id).append("version", Math.max(1L, entries.size()));
		document.putAll(state);
		if (!entries.isEmpty()) {
			document.append("outbox", entries.stream().map(PendingEvent::toDocument).toList())
				.append("outboxSince", Date.from(this.outbox.now()));
		}
		if (commandId != null) {
			document.append("obeyed", List.of(commandId));
		}
		return document;
	}

}
