package org.sharaka.chassis.outbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.sharaka.chassis.mongo.DuplicateKeys;

/**
 * The published events of all aggregates of a collection, each with the state after it.
 *
 * <p>
 * A document is an outbox entry with {@code _id} (aggregate and sequence, so that an
 * event is appended once), {@code aggregateId} and {@code commandKey}: the aggregate, the
 * command and the event's index among the command's events, or the {@code _id} where a
 * command cannot be sent again. One equality on a unique index tells whether a command
 * was processed.
 */
final class HistoryCollection {

	private final MongoCollection<Document> collection;

	HistoryCollection(MongoCollection<Document> collection) {
		this.collection = collection;
		collection.createIndex(Indexes.ascending("aggregateId", "sequence"));
		collection.createIndex(Indexes.ascending("commandKey"), new IndexOptions().unique(true));
	}

	static String commandKey(String aggregateId, String commandId, int index) {
		return aggregateId + "/" + commandId + "/" + index;
	}

	static String entryId(String aggregateId, long sequence) {
		return aggregateId + "/" + sequence;
	}

	/**
	 * An entry to append.
	 */
	record Appended(String aggregateId, PendingEvent event) {

		Document toDocument() {
			Document document = new Document("_id", entryId(this.aggregateId, this.event.sequence()))
				.append("aggregateId", this.aggregateId);
			document.putAll(this.event.toDocument());
			document.keySet().removeAll(List.of("bytes", "erasedFields"));
			return document;
		}

	}

	/**
	 * Appends events and then carries out their erasures: the fields that an event
	 * erases, and the earlier payloads under its key if it is a tombstone or erases
	 * fields. Doing it again changes nothing.
	 */
	void append(Collection<Appended> entries) {
		if (entries.isEmpty()) {
			return;
		}
		try {
			this.collection.insertMany(entries.stream().map(Appended::toDocument).toList(),
					new InsertManyOptions().ordered(false));
		}
		catch (MongoBulkWriteException ex) {
			DuplicateKeys.in(ex);
		}
		List<WriteModel<Document>> erasures = new ArrayList<>();
		for (Appended entry : entries) {
			PendingEvent event = entry.event();
			Bson earlier = Filters.and(Filters.eq("aggregateId", entry.aggregateId()),
					Filters.lt("sequence", event.sequence()));
			List<String> erasedFields = (event.history() != null) ? event.history().erasedFields() : List.of();
			if (!erasedFields.isEmpty()) {
				erasures.add(new UpdateManyModel<>(earlier, withoutFields(erasedFields)));
			}
			if (event.data() == null || !erasedFields.isEmpty()) {
				erasures.add(new UpdateManyModel<>(
						Filters.and(earlier, Filters.eq("topic", event.topic()), Filters.eq("key", event.key())),
						Updates.unset("data")));
			}
		}
		if (!erasures.isEmpty()) {
			this.collection.bulkWrite(erasures);
		}
	}

	void erase(String aggregateId, List<String> fields) {
		this.collection.updateMany(Filters.eq("aggregateId", aggregateId), withoutFields(fields));
	}

	private static Bson withoutFields(List<String> fields) {
		return Updates.combine(fields.stream().map((field) -> Updates.unset("state." + field)).toList());
	}

	boolean isProcessed(String aggregateId, String commandId) {
		return this.collection.find(Filters.eq("commandKey", commandKey(aggregateId, commandId, 0)))
			.projection(Projections.include("_id"))
			.first() != null;
	}

	/** The entries after a version, oldest first. */
	List<Document> after(String aggregateId, long version, int limit) {
		return this.collection
			.find(Filters.and(Filters.eq("aggregateId", aggregateId), Filters.gt("sequence", version)))
			.sort(Sorts.ascending("sequence"))
			.limit(limit)
			.projection(Projections.exclude("data"))
			.into(new ArrayList<>());
	}

	/** The last entry up to a version, in a list of at most one. */
	List<Document> lastUpTo(String aggregateId, long version) {
		return this.collection
			.find(Filters.and(Filters.eq("aggregateId", aggregateId), Filters.lte("sequence", version)))
			.sort(Sorts.descending("sequence"))
			.limit(1)
			.projection(Projections.exclude("data"))
			.into(new ArrayList<>());
	}

	/** The last event that was published under each key of each topic, oldest first. */
	List<PendingEvent> lastOfEachKey(String aggregateId) {
		Map<List<String>, PendingEvent> last = new LinkedHashMap<>();
		for (Document entry : this.collection.find(Filters.eq("aggregateId", aggregateId))
			.sort(Sorts.ascending("sequence"))
			.projection(Projections.exclude("state"))) {
			PendingEvent event = PendingEvent.of(entry.append("bytes", 0L));
			// in the order of the last events
			last.remove(List.of(event.topic(), event.key()));
			last.put(List.of(event.topic(), event.key()), event);
		}
		return List.copyOf(last.values());
	}

}
