package org.sharaka.notification.notice.mongo;

import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.sharaka.chassis.mongo.DuplicateKeys;
import org.sharaka.notification.notice.Occasion;
import org.sharaka.notification.notice.Occasions;
import org.sharaka.notification.policy.CalendarEntry;
import org.sharaka.notification.policy.Priority;
import org.springframework.stereotype.Repository;

/** All queries are by {@code _id}. */
@Repository
class MongoOccasions implements Occasions {

	private final MongoCollection<Document> collection;

	MongoOccasions(MongoDatabase database) {
		this.collection = database.getCollection("occasions");
	}

	@Override
	public Set<String> begin(Collection<Occasion> occasions) {
		if (occasions.isEmpty()) {
			return Set.of();
		}
		try {
			this.collection.insertMany(occasions.stream().map(MongoOccasions::document).toList(),
					new InsertManyOptions().ordered(false));
			return Set.of();
		}
		catch (MongoBulkWriteException ex) {
			DuplicateKeys.in(ex);
		}
		Set<String> complete = new HashSet<>();
		this.collection.find(Filters.in("_id", occasions.stream().map(Occasion::id).toList()))
			.projection(Projections.include("complete"))
			.forEach((document) -> {
				if (document.getBoolean("complete", false)) {
					complete.add(document.getString("_id"));
				}
			});
		return complete;
	}

	@Override
	public void complete(Collection<String> ids) {
		this.collection.updateMany(Filters.in("_id", ids), Updates.set("complete", true));
	}

	@Override
	public Map<String, Occasion> of(Set<String> ids) {
		Map<String, Occasion> occasions = new HashMap<>();
		if (!ids.isEmpty()) {
			this.collection.find(Filters.in("_id", ids))
				.forEach((document) -> occasions.put(document.getString("_id"), occasion(document)));
		}
		return occasions;
	}

	private static Document document(Occasion occasion) {
		return new Document("_id", occasion.id()).append("eventId", occasion.eventId())
			.append("eventSource", occasion.eventSource())
			.append("eventType", occasion.eventType())
			.append("template", occasion.template())
			.append("priority", occasion.priority().name())
			.append("calendar", occasion.calendar().name())
			.append("data", occasion.data())
			.append("happenedAt", Date.from(occasion.happenedAt()))
			.append("expiresAt", Date.from(occasion.expiresAt()))
			.append("traceparent", occasion.traceparent())
			.append("complete", false);
	}

	private static Occasion occasion(Document document) {
		return new Occasion(document.getString("_id"), document.getString("eventId"), document.getString("eventSource"),
				document.getString("eventType"), document.getString("template"),
				Priority.valueOf(document.getString("priority")), CalendarEntry.valueOf(document.getString("calendar")),
				document.getString("data"), NoticeDocument.instant(document, "happenedAt"),
				NoticeDocument.instant(document, "expiresAt"), document.getString("traceparent"));
	}

}
