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
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.sharaka.notification.notice.Place;
import org.sharaka.notification.notice.Waiting;
import org.springframework.stereotype.Repository;

/**
 * Hot queries, each with an index: what waits for a charity ({@code charityId, status});
 * what expires ({@code status, expiresAt}); the newest ({@code status, since, _id}).
 */
@Repository
class MongoWaiting implements Waiting {

	private static final Bson STILL = Filters.eq("status", Status.WAITING.name());

	private final MongoCollection<Document> collection;

	MongoWaiting(MongoDatabase database) {
		this.collection = database.getCollection("waiting");
		this.collection.createIndex(Indexes.ascending("charityId", "status"));
		this.collection.createIndex(Indexes.ascending("status", "expiresAt"));
		this.collection
			.createIndex(Indexes.compoundIndex(Indexes.ascending("status"), Indexes.descending("since", "_id")));
	}

	@Override
	public void add(Collection<Wait> waits) {
		this.collection.bulkWrite(waits.stream()
			.map((wait) -> new UpdateOneModel<Document>(Filters.eq("_id", wait.id()),
					new Document("$setOnInsert", document(wait)), new UpdateOptions().upsert(true)))
			.toList(), new BulkWriteOptions().ordered(false));
	}

	@Override
	public List<Wait> of(Set<String> charityIds, int limit) {
		return this.collection.find(Filters.and(Filters.in("charityId", charityIds), STILL))
			.limit(limit)
			.map(MongoWaiting::wait)
			.into(new ArrayList<>());
	}

	@Override
	public void settle(Collection<String> ids) {
		if (!ids.isEmpty()) {
			this.collection.deleteMany(Filters.and(Filters.in("_id", ids), STILL));
		}
	}

	@Override
	public long expire(Instant now) {
		return this.collection
			.updateMany(Filters.and(STILL, Filters.lte("expiresAt", Date.from(now))),
					Updates.set("status", Status.EXPIRED.name()))
			.getModifiedCount();
	}

	@Override
	public long count() {
		return this.collection.countDocuments(STILL);
	}

	@Override
	public List<Wait> list(Status status, @Nullable String charityId, @Nullable Place before, int limit) {
		List<Bson> filters = new ArrayList<>(List.of(Filters.eq("status", status.name())));
		if (charityId != null) {
			filters.add(Filters.eq("charityId", charityId));
		}
		if (before != null) {
			filters.add(Pages.after("since", before));
		}
		return this.collection.find(Filters.and(filters))
			.sort(Sorts.descending("since", "_id"))
			.limit(limit)
			.map(MongoWaiting::wait)
			.into(new ArrayList<>());
	}

	private static Document document(Wait wait) {
		return new Document("occasion", wait.occasionId()).append("eventId", wait.eventId())
			.append("eventType", wait.eventType())
			.append("charityId", wait.charityId())
			.append("status", wait.status().name())
			.append("since", Date.from(wait.since()))
			.append("expiresAt", Date.from(wait.expiresAt()));
	}

	private static Wait wait(Document document) {
		return new Wait(document.getString("_id"), document.getString("occasion"), document.getString("eventId"),
				document.getString("eventType"), document.getString("charityId"),
				Status.valueOf(document.getString("status")), NoticeDocument.instant(document, "since"),
				NoticeDocument.instant(document, "expiresAt"));
	}

}
