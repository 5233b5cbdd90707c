package org.sharaka.benchmark.command;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.types.Binary;

import org.sharaka.benchmark.load.ConcurrentCallers.Outcome;
import org.sharaka.benchmark.load.ConcurrentCallers;
import org.sharaka.benchmark.load.PublishedEvents;

/**
 * Measures the database without a service. As many threads as there are callers make only
 * the write that a command needs, on copies of the service's documents and with the
 * events that it has published. (A service also reads the aggregate, and its relay
 * leases, records and clears outboxes in bulk.)
 */
final class DatabaseBaseline {

	private final MongoDatabase database;

	DatabaseBaseline(MongoDatabase database) {
		this.database = database;
	}

	/**
	 * Writes a change and its event: one update, filtered on id and version.
	 * @param model the document of an aggregate; copies of it are updated
	 */
	Outcome update(Document model, PublishedEvents events, ConcurrentCallers clients, int turns, int copiesEach)
			throws Exception {
		MongoCollection<Document> copies = fresh("updates");
		copies.insertMany(IntStream.range(0, clients.count() * copiesEach)
			.mapToObj((i) -> new Document(model).append("_id", id("copy", i)).append("version", 0L))
			.toList());
		return clients.run(turns, (client, turn) -> {
			int index = client * turns + turn;
			Document event = entry(events.records().get(index % events.records().size()));
			// keep only the newest event, since the relay would remove the earlier ones
			long matched = copies.updateOne(
					Filters.and(Filters.eq("_id", id("copy", client * copiesEach + turn % copiesEach)),
							Filters.eq("version", (long) (turn / copiesEach))),
					Updates.combine(Updates.set("status", (turn % 2 == 0) ? "SUSPENDED" : "REGISTERED"),
							Updates.inc("version", 1L),
							Updates.pushEach("outbox", List.of(event), new PushOptions().slice(-1)),
							Updates.min("outboxSince", new Date())))
				.getMatchedCount();
			if (matched != 1) {
				throw new IllegalStateException("an update matched no document");
			}
		});
	}

	/**
	 * Writes meetings and their invitations, each with its event: for each meeting, one
	 * insertion of the meeting and one bulk insertion of its invitations.
	 * @param meeting the document of a meeting; copies of it are inserted
	 * @param invitation the document of an invitation; copies of it are inserted
	 */
	Outcome insert(Document meeting, Document invitation, PublishedEvents events, int invitations,
			ConcurrentCallers clients, int turns) throws Exception {
		MongoCollection<Document> meetings = fresh("meetings");
		MongoCollection<Document> issued = fresh("invitations");
		return clients.run(turns, (client, turn) -> {
			int first = (client * turns + turn) * (invitations + 1);
			meetings.insertOne(newAggregate(meeting, events, first));
			issued.insertMany(IntStream.rangeClosed(1, invitations)
				.mapToObj((i) -> newAggregate(invitation, events, first + i))
				.toList(), new InsertManyOptions().ordered(false));
		});
	}

	private static Document newAggregate(Document model, PublishedEvents events, int index) {
		return new Document(model).append("_id", UUID.randomUUID().toString())
			.append("outbox", List.of(entry(events.records().get(index % events.records().size()))))
			.append("outboxSince", new Date());
	}

	/** Creates an empty collection with the index of every collection of aggregates. */
	private MongoCollection<Document> fresh(String name) {
		MongoCollection<Document> collection = this.database.getCollection(name);
		collection.drop();
		collection.createIndex(new Document("outboxSince", 1), new IndexOptions().sparse(true));
		return collection;
	}

	private static String id(String what, int index) {
		return UUID.nameUUIDFromBytes((what + index).getBytes(StandardCharsets.UTF_8)).toString();
	}

	/** Returns an outbox entry as the chassis writes it. */
	private static Document entry(ConsumerRecord<String, byte[]> event) {
		Document entry = new Document("topic", event.topic()).append("key", event.key());
		StreamSupport.stream(event.headers().spliterator(), false)
			.filter((header) -> header.key().startsWith("ce_"))
			.forEach((header) -> entry.append(header.key().substring("ce_".length()),
					new String(header.value(), StandardCharsets.UTF_8)));
		return entry.append("time", Date.from(Instant.parse(entry.getString("time"))))
			.append("data", new Binary(event.value()));
	}

}
