package org.sharaka.chassis.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
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
import org.sharaka.chassis.mongo.EmbeddedServer;
import org.sharaka.chassis.outbox.Outbox.ChangeOrigin;

/**
 * A collection of aggregates, each one document with its own outbox: a change and its
 * events are one write. Works on a stand-alone server, without transactions. Thread-safe.
 *
 * <p>
 * Beside the aggregate's own fields a document has {@code version} (the number of its
 * events), {@code outbox} (events not yet published), {@code outboxSince} (when the
 * oldest was written), {@code outboxBytes} (about how large they are) and {@code lease}
 * (which relay publishes them). Without unpublished events there are the first only. A
 * document is never replaced whole: that would bring back events that the relay has just
 * removed.
 */
public final class AggregateCollection {

	/**
	 * Half of what MongoDB takes in one document. Each process notices only after a write
	 * that this one was too many, and the aggregate's own fields need room as well.
	 */
	static final long MAX_OUTBOX_BYTES = 8L * 1024 * 1024;

	private static final FindOneAndUpdateOptions LEASE_AFTER = new FindOneAndUpdateOptions()
		.projection(Projections.include("lease", "outboxBytes"))
		.returnDocument(ReturnDocument.AFTER);

	private final MongoCollection<Document> collection;

	private final Outbox outbox;

	private final @Nullable HistoryCollection history;

	private final OutboxStore store;

	/** Aggregates whose outbox was too large when it was last written. */
	private final Set<String> full = ConcurrentHashMap.newKeySet();

	private AggregateCollection(MongoDatabase database, String name, Outbox outbox, boolean withHistory) {
		this.collection = database.getCollection(name);
		this.outbox = outbox;
		this.history = withHistory ? new HistoryCollection(database.getCollection(name + "History")) : null;
		this.store = new OutboxStore(this.collection, this.history,
				withHistory ? new Republications(database.getCollection(name + "Republications"), outbox.ids()) : null);
		EmbeddedServer.createIndexWithId(database, this.collection, "version");
		EmbeddedServer.createIndexWithId(database, this.collection, "version", "lease.claim");
	}

	/**
	 * Aggregates with a history, which is in the collection {@code <name>History} of the
	 * database.
	 */
	public AggregateCollection(MongoDatabase database, String name, Outbox outbox) {
		this(database, name, outbox, true);
	}

	/**
	 * Aggregates without a history. A command on them is recognised as repeated only
	 * until its events are published, and an outdated record on the topic is not made up
	 * for.
	 */
	public static AggregateCollection withoutHistory(MongoDatabase database, String name, Outbox outbox) {
		return new AggregateCollection(database, name, outbox, false);
	}

	OutboxStore store() {
		return this.store;
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
	 * Whether the aggregate has processed this command before, however long ago. The
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

	/**
	 * Adds an aggregate with its first events. Its version becomes the number of events.
	 * @param state its fields, without {@code _id} and those that this class keeps; null
	 * for none
	 * @throws AlreadyExistsException if the id or another unique value is taken
	 */
	public void add(String id, Document state, List<NewEvent> events, CommandContext context) {
		insert(insertion(id, state, events, context));
	}

	private void insert(Write write) {
		Document document = ((InsertOneModel<Document>) write.model()).getDocument();
		Optional<Lease> lease = leaseFor(write);
		lease.ifPresent((one) -> document.append("lease", one.toDocument(write.events().versionAfter())));
		try {
			this.collection.insertOne(document);
		}
		catch (MongoWriteException ex) {
			if (ex.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
				throw new AlreadyExistsException(write.events().aggregateId(), ex);
			}
			throw ex;
		}
		lease.ifPresentOrElse((one) -> publishAll(write, one), () -> wakeFor(write));
	}

	/** The write is the first of its aggregate, or all earlier events are published. */
	private void publishAll(Write write, Lease lease) {
		RelayHandle.Write events = write.events();
		this.outbox.relay()
			.publish(this.store,
					new LeasedOutbox(events.aggregateId(), events.versionAfter(), lease, events.events(), null));
	}

	private Optional<Lease> leaseFor(Write write) {
		return write.hasEvents() ? this.outbox.relay().lease() : Optional.empty();
	}

	private void wakeFor(Write write) {
		if (write.hasEvents()) {
			this.outbox.relay().wake();
		}
	}

	/**
	 * Changes an aggregate and appends events, if it is still at {@code version}.
	 * Afterwards it is at {@code version} plus the number of events, or plus one if there
	 * are none.
	 * @param state all of the aggregate's own fields; null erases a field
	 * @throws VersionConflictException if it is not at this version, or does not exist
	 * @throws OutboxFullException if too many events wait to be published
	 */
	public void save(String id, long version, Document state, List<NewEvent> events, CommandContext context) {
		update(change(id, version, state, events, context), version);
	}

	private void update(Write write, long version) {
		String id = write.events().aggregateId();
		checkRoom(id);
		UpdateOneModel<Document> model = (UpdateOneModel<Document>) write.model();
		Optional<Lease> lease = leaseFor(write);
		Bson update = lease.map((one) -> one.acquireIfAbsent(write.events().versionAfter()))
			.map((acquire) -> Updates.combine(model.getUpdate(), acquire))
			.orElseGet(() -> write.hasEvents() ? Updates.combine(model.getUpdate(), Lease.openIfAbsent())
					: model.getUpdate());
		Document after = this.collection.findOneAndUpdate(model.getFilter(), update, LEASE_AFTER);
		if (after == null) {
			throw new VersionConflictException(id, version);
		}
		if (write.hasEvents()) {
			noteSize(id, after);
			publish(write, lease, after);
		}
	}

	private void publish(Write write, Optional<Lease> lease, Document after) {
		String claim = Lease.claimIn(after);
		if (lease.isEmpty() || !lease.get().claim().equals(claim)) {
			this.outbox.relay().append(claim, write.events());
			if (claim.isEmpty()) {
				this.outbox.relay().wake();
			}
		}
		else if (after.get("outboxBytes", 0L) == write.bytes()) {
			publishAll(write, lease.get());
		}
		else {
			this.store.read(write.events().aggregateId(), lease.get())
				.ifPresent((leased) -> this.outbox.relay().publish(this.store, leased));
		}
	}

	private void noteSize(String id, Document after) {
		if (after.get("outboxBytes", 0L) > MAX_OUTBOX_BYTES) {
			this.full.add(id);
		}
	}

	private void checkRoom(String id) {
		if (!this.full.contains(id)) {
			return;
		}
		Document document = this.collection.find(Filters.eq("_id", id))
			.projection(Projections.include("outboxBytes"))
			.first();
		if (document != null && document.get("outboxBytes", 0L) > MAX_OUTBOX_BYTES) {
			throw new OutboxFullException(id);
		}
		this.full.remove(id);
	}

	/** An insertion for {@link #bulk}. */
	public Write insertion(String id, Document state, List<NewEvent> events, CommandContext context) {
		Document fields = withoutNulls(state);
		return insertion(id, fields, events, origin(context, fields));
	}

	private Write insertion(String id, Document fields, List<NewEvent> events, @Nullable ChangeOrigin origin) {
		List<PendingEvent> entries = this.outbox.entries(id, 0, events, origin);
		long version = Math.max(1, entries.size());
		Document document = new Document("_id", id).append("version", version);
		document.putAll(fields);
		Write write = new Write(new InsertOneModel<>(document), new RelayHandle.Write(id, 0, version, entries));
		if (write.hasEvents()) {
			document.append("outbox", entries.stream().map(PendingEvent::toDocument).toList())
				.append("outboxSince", Date.from(this.outbox.now()))
				.append("outboxBytes", write.bytes())
				.append("lease", Lease.openDocument());
		}
		return write;
	}

	/**
	 * A change of all fields for {@link #bulk}; if the aggregate is at another version,
	 * nothing is changed.
	 */
	public Write change(String id, long version, Document state, List<NewEvent> events, CommandContext context) {
		Document fields = withoutNulls(state);
		List<Bson> changes = new ArrayList<>(List.of(new Document("$set", fields)));
		state.forEach((name, value) -> {
			if (value == null) {
				changes.add(Updates.unset(name));
			}
		});
		return change(id, version, Updates.combine(changes), events, origin(context, fields));
	}

	private Write change(String id, long version, Bson change, List<NewEvent> events, @Nullable ChangeOrigin origin) {
		List<PendingEvent> entries = this.outbox.entries(id, version, events, origin);
		long after = version + Math.max(1, entries.size());
		List<Bson> updates = new ArrayList<>(List.of(change, Updates.inc("version", after - version)));
		if (!entries.isEmpty()) {
			updates.add(Updates.pushEach("outbox", entries.stream().map(PendingEvent::toDocument).toList()));
			updates.add(Updates.min("outboxSince", Date.from(this.outbox.now())));
			updates.add(Updates.inc("outboxBytes", bytesOf(entries)));
		}
		return new Write(new UpdateOneModel<>(atVersion(id, version), Updates.combine(updates)),
				new RelayHandle.Write(id, version, after, entries));
	}

	private static long bytesOf(List<PendingEvent> entries) {
		return entries.stream().mapToLong(PendingEvent::bytes).sum();
	}

	private @Nullable ChangeOrigin origin(CommandContext context, Document fields) {
		return (this.history != null) ? new ChangeOrigin(context, fields) : null;
	}

	private static Document withoutNulls(Document state) {
		Document fields = new Document(state);
		fields.values().removeIf((value) -> value == null);
		return fields;
	}

	/**
	 * A change of some fields for {@link #bulk}; if the aggregate is at another version,
	 * nothing is changed. For aggregates without a history, as the state after it is not
	 * known.
	 */
	public Write change(String id, long version, Bson change, List<NewEvent> events) {
		return change(id, version, change, events, (ChangeOrigin) null);
	}

	/** An insertion for {@link #bulk}, of an aggregate without a history. */
	public Write insertion(String id, Document state, List<NewEvent> events) {
		return insertion(id, withoutNulls(state), events, (ChangeOrigin) null);
	}

	/** One of many writes of different aggregates. */
	public record Write(WriteModel<Document> model, RelayHandle.Write events) {

		boolean hasEvents() {
			return !this.events.events().isEmpty();
		}

		long bytes() {
			return bytesOf(this.events.events());
		}

	}

	/**
	 * The aggregate, if it is at this version: both fields side by side and not in an
	 * {@code $and}, and nothing else, or the embedded server's index does not serve it.
	 */
	static Document atVersion(String id, long version) {
		return new Document("_id", id).append("version", version);
	}

	/**
	 * Writes changes of different aggregates in one command, in no particular order. An
	 * insertion of an aggregate that exists, or of another unique value that is taken,
	 * changes nothing. The events of insertions are published at once, those of other
	 * writes as soon as the relay has claimed their aggregates.
	 * @return how many were inserted and how many updates matched
	 */
	public Written bulk(List<Write> writes) {
		if (writes.isEmpty()) {
			return new Written(0, 0);
		}
		boolean withEvents = writes.stream().anyMatch(Write::hasEvents);
		Optional<Lease> lease = withEvents ? this.outbox.relay().lease() : Optional.empty();
		List<WriteModel<Document>> models = writes.stream().map((write) -> model(write, lease)).toList();
		Set<Integer> taken = new HashSet<>();
		int matched;
		try {
			matched = this.collection.bulkWrite(models, new BulkWriteOptions().ordered(false)).getMatchedCount();
		}
		catch (MongoBulkWriteException ex) {
			DuplicateKeys.in(ex);
			ex.getWriteErrors().forEach((error) -> taken.add(error.getIndex()));
			matched = ex.getWriteResult().getMatchedCount();
		}
		int inserted = 0;
		boolean wake = withEvents && lease.isEmpty();
		for (int i = 0; i < writes.size(); i++) {
			Write write = writes.get(i);
			if (write.model() instanceof UpdateOneModel) {
				wake |= write.hasEvents();
			}
			else if (!taken.contains(i)) {
				inserted++;
				lease.filter((one) -> write.hasEvents()).ifPresent((one) -> publishAll(write, one));
			}
		}
		if (wake) {
			this.outbox.relay().wake();
		}
		return new Written(inserted, matched);
	}

	private static WriteModel<Document> model(Write write, Optional<Lease> lease) {
		if (!write.hasEvents()) {
			return write.model();
		}
		if (write.model() instanceof InsertOneModel<Document> insertion) {
			lease.ifPresent(
					(one) -> insertion.getDocument().append("lease", one.toDocument(write.events().versionAfter())));
			return insertion;
		}
		UpdateOneModel<Document> update = (UpdateOneModel<Document>) write.model();
		return new UpdateOneModel<>(update.getFilter(), Updates.combine(update.getUpdate(), Lease.openIfAbsent()));
	}

	/** The result of a bulk. */
	public record Written(int inserted, int matched) {
	}

}
