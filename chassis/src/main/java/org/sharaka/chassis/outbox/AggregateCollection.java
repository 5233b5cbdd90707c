package org.sharaka.chassis.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.command.AlreadyExistsException;
import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.command.VersionConflictException;
import org.sharaka.chassis.mongo.DuplicateKeys;
import org.sharaka.chassis.outbox.Outbox.ChangeOrigin;

/**
 * A collection of aggregates, each one document with its own outbox: a change and its
 * events are one write. Works on a stand-alone server, without transactions. Thread-safe.
 *
 * <p>
 * Beside the aggregate's own fields a document has {@code version} (the number of its
 * events), {@code outbox} (events not yet published), {@code outboxSince} (when the
 * oldest was written; absent when there is none), {@code lease} (which relay publishes
 * now; a write takes it for the relay of its process where it is free) and {@code obeyed}
 * (the last commands, so that one that is repeated is recognised). A document is never
 * replaced whole: that would bring back events that the relay has just removed.
 */
public final class AggregateCollection {

	/**
	 * How many commands an aggregate remembers. A repeated command comes soon or not at
	 * all.
	 */
	private static final int OBEYED = 50;

	private static final FindOneAndUpdateOptions CHANGED = new FindOneAndUpdateOptions().projection(LeasedOutbox.FIELDS)
		.returnDocument(ReturnDocument.AFTER);

	private final MongoCollection<Document> collection;

	private final Outbox outbox;

	private final OutboxStore claims;

	private final @Nullable HistoryCollection history;

	/**
	 * Aggregates with a history, in the collection {@code <name>History} of the database.
	 */
	public AggregateCollection(MongoDatabase database, String name, Outbox outbox) {
		this(database.getCollection(name), outbox, new HistoryCollection(database.getCollection(name + "History")));
	}

	/** Aggregates without a history. */
	public AggregateCollection(MongoCollection<Document> collection, Outbox outbox) {
		this(collection, outbox, null);
	}

	private AggregateCollection(MongoCollection<Document> collection, Outbox outbox,
			@Nullable HistoryCollection history) {
		this.collection = collection;
		this.outbox = outbox;
		this.history = history;
		this.claims = new OutboxStore(collection, history);
		// what the relay's sweep asks for: the oldest first
		collection.createIndex(Indexes.ascending("outboxSince"), new IndexOptions().sparse(true));
		// what every change is filtered on; MongoDB would do with _id, but the embedded
		// server
		// uses an index only if it is unique and over exactly the fields of the filter
		collection.createIndex(Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
	}

	OutboxStore claims() {
		return this.claims;
	}

	/** The collection, to read from; its writes go through here. */
	public MongoCollection<Document> collection() {
		return this.collection;
	}

	public Optional<Document> find(String id) {
		return Optional.ofNullable(this.collection.find(Filters.eq("_id", id)).first());
	}

	HistoryCollection history() {
		if (this.history == null) {
			throw new IllegalStateException(this.collection.getNamespace() + " keeps no history");
		}
		return this.history;
	}

	/** The time that a change which is written now is recorded with. */
	Instant now() {
		return this.outbox.now();
	}

	/** The events that have not been published yet, oldest first. */
	List<Document> pendingEvents(String id) {
		return Optional
			.ofNullable(this.collection.find(Filters.eq("_id", id)).projection(Projections.include("outbox")).first())
			.map((document) -> document.getList("outbox", Document.class, List.of()))
			.orElse(List.of());
	}

	/**
	 * Whether the aggregate has processed this command before, however long ago. Without
	 * a history, only commands whose events are not published yet are recognised. The
	 * outbox is read first: an event that leaves it in between is in the history already.
	 */
	public boolean isProcessed(String id, String commandId) {
		String commandKey = HistoryCollection.commandKey(id, commandId, 0);
		return pendingEvents(id).stream().anyMatch((event) -> commandKey.equals(event.getString("commandKey")))
				|| (this.history != null && this.history.isProcessed(id, commandId));
	}

	/** The version in a document that was read from here. */
	public static long versionOf(Document document) {
		return document.getLong("version");
	}

	/** Whether the aggregate has obeyed this command before. */
	public static boolean isProcessed(Document document, String commandId) {
		List<String> obeyed = document.getList("obeyed", String.class);
		return obeyed != null && obeyed.contains(commandId);
	}

	/**
	 * Adds an aggregate with its first events. Its version becomes the number of events.
	 * @param state its fields, without {@code _id} and those that this class keeps
	 * @param commandId what asked for it, if it may be asked for again
	 * @throws AlreadyExistsException if the id or another unique value is taken
	 */
	public void insert(String id, Document state, List<NewEvent> events, @Nullable String commandId) {
		insert(newDocument(id, state, events, null, commandId), events);
	}

	/**
	 * Adds an aggregate with its first events. Its version becomes the number of events.
	 * @param state its fields, without {@code _id} and those that this class keeps; null
	 * for none
	 * @throws AlreadyExistsException if the id or another unique value is taken
	 */
	public void add(String id, Document state, List<NewEvent> events, CommandContext context) {
		Document fields = withoutNulls(state);
		insert(newDocument(id, fields, events, origin(context, fields), null), events);
	}

	private @Nullable ChangeOrigin origin(CommandContext context, Document fields) {
		return (this.history != null) ? new ChangeOrigin(context, fields) : null;
	}

	private static Document withoutNulls(Document state) {
		Document fields = new Document(state);
		fields.values().removeIf((value) -> value == null);
		return fields;
	}

	private void insert(Document document, List<NewEvent> events) {
		String id = document.getString("_id");
		Optional<Lease> lease = leaseFor(events);
		lease.ifPresent((one) -> document.append("lease", one.toDocument(versionOf(document))));
		try {
			this.collection.insertOne(document);
		}
		catch (MongoWriteException ex) {
			if (ex.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
				throw new AlreadyExistsException(id, ex);
			}
			throw ex;
		}
		publish(document, lease, !events.isEmpty());
	}

	/**
	 * Changes an aggregate and appends events, if it is still at {@code version}.
	 * Afterwards it is at {@code version} plus the number of events, or plus one if there
	 * are none.
	 * @param change updates of the aggregate's own fields
	 * @throws VersionConflictException if it is not at this version, or not there
	 */
	public void update(String id, long version, Bson change, List<NewEvent> events, @Nullable String commandId) {
		update(id, version, updates(id, version, change, events, null, commandId), events);
	}

	/**
	 * Changes an aggregate and appends events, if it is still at {@code version}.
	 * Afterwards it is at {@code version} plus the number of events, or plus one if there
	 * are none.
	 * @param state all of the aggregate's own fields; null erases a field
	 * @throws VersionConflictException if it is not at this version, or not there
	 */
	public void save(String id, long version, Document state, List<NewEvent> events, CommandContext context) {
		Document fields = withoutNulls(state);
		List<Bson> changes = new ArrayList<>(List.of(new Document("$set", fields)));
		state.forEach((name, value) -> {
			if (value == null) {
				changes.add(Updates.unset(name));
			}
		});
		update(id, version, updates(id, version, Updates.combine(changes), events, origin(context, fields), null),
				events);
	}

	private void update(String id, long version, Bson update, List<NewEvent> events) {
		Optional<Lease> lease = leaseFor(events);
		Document changed = lease.isPresent()
				? updatedUnder(lease.get(), id, version, update, after(version, events.size()))
				: updated(id, version, update);
		if (changed == null) {
			throw new VersionConflictException(id, version);
		}
		publish(changed, lease, !events.isEmpty());
	}

	private @Nullable Document updatedUnder(Lease lease, String id, long version, Bson update, long after) {
		return this.collection.findOneAndUpdate(atVersion(id, version),
				Updates.combine(update, lease.takenIfNoneIsThere(after)), CHANGED);
	}

	/** Reads nothing back: while the broker is away the outbox grows. */
	private @Nullable Document updated(String id, long version, Bson update) {
		return (this.collection.updateOne(atVersion(id, version), update).getMatchedCount() == 1) ? new Document()
				: null;
	}

	/** The version after a change. */
	private static long after(long version, int events) {
		return version + Math.max(1, events);
	}

	private Optional<Lease> leaseFor(List<NewEvent> events) {
		return events.isEmpty() ? Optional.empty() : this.outbox.relay().lease();
	}

	/** Hands over what this write has taken the lease on; another holder has to look. */
	private void publish(Document changed, Optional<Lease> lease, boolean withEvents) {
		Optional<Lease> held = lease.filter((one) -> one.isHeldIn(changed));
		if (held.isPresent()) {
			this.outbox.relay().publish(this.claims, LeasedOutbox.of(changed, held.get()));
		}
		else if (withEvents) {
			this.outbox.relay().wake();
		}
	}

	/** An insertion for {@link #bulk}. */
	public Write insertion(String id, Document state, List<NewEvent> events) {
		return new Write(new InsertOneModel<>(newDocument(id, state, events, null, null)), !events.isEmpty());
	}

	/** A change for {@link #bulk}; one whose version no longer holds changes nothing. */
	public Write change(String id, long version, Bson change, List<NewEvent> events) {
		return new Write(new UpdateOneModel<>(atVersion(id, version), updates(id, version, change, events, null, null)),
				!events.isEmpty());
	}

	/** One of many writes of different aggregates. */
	public record Write(WriteModel<Document> model, boolean withEvents) {
	}

	private Bson updates(String id, long version, Bson change, List<NewEvent> events, @Nullable ChangeOrigin origin,
			@Nullable String commandId) {
		List<PendingEvent> entries = this.outbox.entries(id, version, events, origin);
		List<Bson> updates = new ArrayList<>(
				List.of(change, Updates.inc("version", after(version, entries.size()) - version)));
		if (!entries.isEmpty()) {
			updates.add(Updates.pushEach("outbox", entries.stream().map(PendingEvent::toDocument).toList()));
			updates.add(Updates.min("outboxSince", Date.from(this.outbox.now())));
		}
		if (commandId != null) {
			updates.add(Updates.pushEach("obeyed", List.of(commandId), new PushOptions().slice(-OBEYED)));
		}
		return Updates.combine(updates);
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
	public Written bulk(List<Write> writes) {
		if (writes.isEmpty()) {
			return new Written(0, 0);
		}
		List<WriteModel<Document>> models = writes.stream().map(Write::model).toList();
		int inserts = (int) models.stream().filter(InsertOneModel.class::isInstance).count();
		int duplicates = 0;
		BulkWriteResult result;
		try {
			result = this.collection.bulkWrite(models, new BulkWriteOptions().ordered(false));
		}
		catch (MongoBulkWriteException ex) {
			duplicates = DuplicateKeys.in(ex);
			result = ex.getWriteResult();
		}
		if (writes.stream().anyMatch(Write::withEvents)) {
			this.outbox.relay().wake();
		}
		return new Written(inserts - duplicates, result.getMatchedCount());
	}

	/** What a bulk did. */
	public record Written(int inserted, int matched) {
	}

	private Document newDocument(String id, Document state, List<NewEvent> events, @Nullable ChangeOrigin origin,
			@Nullable String commandId) {
		List<PendingEvent> entries = this.outbox.entries(id, 0, events, origin);
		Document document = new Document("_id", id).append("version", after(0, entries.size()));
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
