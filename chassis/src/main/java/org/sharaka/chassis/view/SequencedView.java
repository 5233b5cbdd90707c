package org.sharaka.chassis.view;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWrapper;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.mongo.DuplicateKeys;

/**
 * A collection that only events change. Each document is the state that its latest event
 * carried, with two more fields, {@code sequence} and {@code changedAt} (the event's
 * time), which order the events of a document. Thread-safe, also between processes.
 *
 * <p>
 * A batch of changes costs one find and one unordered bulk write. Every write is filtered
 * on the sequence that was read; if another process was faster, the changes are decided
 * again.
 *
 * <p>
 * A deleted document leaves a marker, {@code {_id, sequence, changedAt, deleted: true}},
 * so that an older event does not bring it back. Queries on fields of the state do not
 * find markers; a query by {@code _id} does, and needs {@link #isDeleted}. A tombstone
 * that has no sequence deletes what events up to its time have written, and of two events
 * the later one by time wins over it.
 */
public final class SequencedView {

	/** Each lost race means that another process has succeeded. */
	private static final int MAX_ATTEMPTS = 50;

	private final MongoCollection<BsonDocument> collection;

	public SequencedView(MongoCollection<?> collection) {
		this.collection = collection.withDocumentClass(BsonDocument.class);
		// the embedded server uses an index only if it has exactly the filter's fields
		this.collection.createIndex(Indexes.ascending("_id", "sequence", "changedAt"), new IndexOptions().unique(true));
	}

	/** Whether a document that was read from the view is the marker of a deletion. */
	public static boolean isDeleted(Map<String, ?> document) {
		return document.containsKey("deleted");
	}

	/** Applies changes, those of one document in their order. */
	public void apply(List<Change> changes) {
		for (int attempt = 1; !changes.isEmpty(); attempt++) {
			List<WriteModel<BsonDocument>> writes = decide(changes);
			if (writes.isEmpty() || write(writes)) {
				return;
			}
			if (attempt == MAX_ATTEMPTS) {
				throw new IllegalStateException("another unique index of " + this.collection.getNamespace()
						+ " refuses a document, or other processes change the same documents without end");
			}
		}
	}

	private List<WriteModel<BsonDocument>> decide(List<Change> changes) {
		Map<String, Position> stored = positions(changes.stream().map(Change::id).collect(Collectors.toSet()));
		Map<String, Position> decided = new HashMap<>(stored);
		Map<String, WriteModel<BsonDocument>> writes = new LinkedHashMap<>();
		for (Change change : changes) {
			Position before = decided.get(change.id());
			if (before == null || before.isBefore(change)) {
				Position after = Position.after(change, before);
				decided.put(change.id(), after);
				writes.put(change.id(), model(change, stored.get(change.id()), after));
			}
		}
		return List.copyOf(writes.values());
	}

	private Map<String, Position> positions(Collection<String> ids) {
		Map<String, Position> positions = new HashMap<>();
		this.collection.find(Filters.in("_id", ids))
			.projection(Projections.include("sequence", "changedAt", "deletedByTime"))
			.forEach((document) -> positions.put(document.getString("_id").getValue(), Position.of(document)));
		return positions;
	}

	private WriteModel<BsonDocument> model(Change change, @Nullable Position stored, Position after) {
		BsonDocument document = (change.state() != null)
				? BsonDocumentWrapper.asBsonDocument(change.state(), this.collection.getCodecRegistry()).clone()
				: new BsonDocument("deleted", BsonBoolean.TRUE);
		document.append("_id", new BsonString(change.id()))
			.append("sequence", new BsonInt64(after.sequence()))
			.append("changedAt", new BsonDateTime(after.changedAt().toEpochMilli()));
		if (after.deletedByTime()) {
			document.append("deletedByTime", BsonBoolean.TRUE);
		}
		return (stored != null) ? new ReplaceOneModel<>(stored.filter(change.id()), document)
				: new InsertOneModel<>(document);
	}

	/** Whether all took effect; if not, another process was faster with some. */
	private boolean write(List<WriteModel<BsonDocument>> writes) {
		try {
			BulkWriteResult result = this.collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
			return result.getInsertedCount() + result.getMatchedCount() == writes.size();
		}
		catch (MongoBulkWriteException ex) {
			DuplicateKeys.in(ex);
			return false;
		}
	}

	/**
	 * What orders the changes of a document.
	 *
	 * @param deletedByTime whether the last one was a deletion without a sequence, so
	 * that only later events are newer
	 */
	private record Position(long sequence, Instant changedAt, boolean deletedByTime) {

		static Position of(BsonDocument document) {
			return new Position(document.getInt64("sequence").getValue(),
					Instant.ofEpochMilli(document.getDateTime("changedAt").getValue()),
					document.containsKey("deletedByTime"));
		}

		static Position after(Change change, @Nullable Position before) {
			long sequence = (change.sequence() > 0 || before == null) ? change.sequence() : before.sequence();
			return new Position(sequence, change.time(), change.sequence() == 0);
		}

		boolean isBefore(Change change) {
			boolean later = change.time().isAfter(this.changedAt);
			if (change.sequence() == 0) {
				return later;
			}
			return change.sequence() > this.sequence && (later || !this.deletedByTime);
		}

		Bson filter(String id) {
			return new BsonDocument("_id", new BsonString(id)).append("sequence", new BsonInt64(this.sequence))
				.append("changedAt", new BsonDateTime(this.changedAt.toEpochMilli()));
		}

	}

}
