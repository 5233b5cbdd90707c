package org.sharaka.notification.notice.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import net.fortuna.ical4j.model.property.Status;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.sharaka.notification.notice.KeysetPosition;
import org.sharaka.notification.notice.PendingContacts;

/**
 * Hot queries, each with an index: a charity that is waiting ({@code charityId, status});
 * expiry ({@code status, expiresAt}); the list ({@code status, since, _id}).
 */
class MongoPendingContacts implements PendingContacts {

	private static final Bson WAITING = Filters.eq("status", Status.WAITING.name());

	private final MongoCollection<Document> collection;

	MongoPendingContacts(MongoDatabase database) {
		this.collection = database.getCollection("pendingContacts");
		this.collection.createIndex(Indexes.ascending("charityId", "status"));
		this.collection.createIndex(Indexes.ascending("status", "expiresAt"));
		this.collection
			.createIndex(Indexes.compoundIndex(Indexes.ascending("status"), Indexes.descending("since", "_id")));
	}

	@Override
	public void add(Collection<PendingContact> pending) {
		this.collection.bulkWrite(pending.stream()
			.map((one) -> new UpdateOneModel<Document>(Filters.eq("_id", one.id()),
					new Document("$setOnInsert", RecordDocuments.toDocument(one)), new UpdateOptions().upsert(true)))
			.toList(), new BulkWriteOptions().ordered(false));
	}

	@Override
	public List<PendingContact> find(Set<String> charityIds, int limit) {
		return this.collection.find(Filters.and(Filters.in("charityId", charityIds), WAITING))
			.limit(limit)
			.map(MongoPendingContacts::pendingContact)
			.into(new ArrayList<>());
	}

	@Override
	public void remove(Collection<String> ids) {
		if (!ids.isEmpty()) {
			this.collection.deleteMany(Filters.and(Filters.in("_id", ids), WAITING));
		}
	}

	@Override
	public long expire(Instant now) {
		return this.collection
			.updateMany(Filters.and(WAITING, Filters.lte("expiresAt", Date.from(now))),
					Updates.set("status", Status.EXPIRED.name()))
			.getModifiedCount();
	}

	@Override
	public long count() {
		return this.collection.countDocuments(WAITING);
	}

	@Override
	public List<PendingContact> list(Status status, @Nullable String charityId, @Nullable KeysetPosition before,
			int limit) {
		List<Bson> filters = new ArrayList<>(List.of(Filters.eq("status", status.name())));
		if (charityId != null) {
			filters.add(Filters.eq("charityId", charityId));
		}
		if (before != null) {
			filters.add(KeysetFilters.after("since", before));
		}
		return this.collection.find(Filters.and(filters))
			.sort(Sorts.descending("since", "_id"))
			.limit(limit)
			.map(MongoPendingContacts::pendingContact)
			.into(new ArrayList<>());
	}

	private static PendingContact pendingContact(Document document) {
		return RecordDocuments.toRecord(document, PendingContact.class);
	}

}
