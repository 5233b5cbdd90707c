package org.sharaka.notification.notice.mongo;

import java.util.Collection;
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
import org.sharaka.notification.notice.NotificationRequest;
import org.sharaka.notification.notice.NotificationRequests;

/** All queries are by {@code _id}. */
class MongoNotificationRequests implements NotificationRequests {

	private final MongoCollection<Document> collection;

	MongoNotificationRequests(MongoDatabase database) {
		this.collection = database.getCollection("notificationRequests");
	}

	@Override
	public Set<String> begin(Collection<NotificationRequest> requests) {
		if (requests.isEmpty()) {
			return Set.of();
		}
		try {
			this.collection.insertMany(requests.stream().map(RecordDocuments::toDocument).toList(),
					new InsertManyOptions().ordered(false));
			return Set.of();
		}
		catch (MongoBulkWriteException ex) {
			DuplicateKeys.in(ex);
		}
		Set<String> complete = new HashSet<>();
		this.collection.find(Filters.in("_id", requests.stream().map(NotificationRequest::id).toList()))
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
	public Map<String, NotificationRequest> find(Set<String> ids) {
		Map<String, NotificationRequest> requests = new HashMap<>();
		if (!ids.isEmpty()) {
			this.collection.find(Filters.in("_id", ids))
				.forEach((document) -> requests.put(document.getString("_id"),
						RecordDocuments.toRecord(document, NotificationRequest.class)));
		}
		return requests;
	}

}
