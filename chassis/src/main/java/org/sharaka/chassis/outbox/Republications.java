package org.sharaka.chassis.outbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.sharaka.chassis.id.Ids;

/**
 * Requests to publish the last events of aggregates again. A relay makes one when it
 * learns of a record of its own only after its lease has ended: another relay may have
 * published newer events before that record reached the topic. The next holder of the
 * lease carries it out. The collection is normally empty.
 */
final class Republications {

	private final MongoCollection<Document> collection;

	private final Ids ids;

	Republications(MongoCollection<Document> collection, Ids ids) {
		this.collection = collection;
		this.ids = ids;
	}

	/** A request that is made while another one is carried out is not lost. */
	void request(List<String> aggregateIds) {
		if (!aggregateIds.isEmpty()) {
			this.collection.bulkWrite(aggregateIds.stream()
				.map((id) -> new UpdateOneModel<Document>(Filters.eq("_id", id), Updates.set("mark", this.ids.newId()),
						new UpdateOptions().upsert(true)))
				.toList());
		}
	}

	/** The marks of some requests, by aggregate. */
	Map<String, String> marks(int limit) {
		Map<String, String> marks = new HashMap<>();
		this.collection.find()
			.limit(limit)
			.projection(Projections.include("mark"))
			.forEach((document) -> marks.put(document.getString("_id"), document.getString("mark")));
		return marks;
	}

	/** Removes a request, unless it was made again in the meantime. */
	void remove(String aggregateId, String mark) {
		this.collection.deleteOne(Filters.and(Filters.eq("_id", aggregateId), Filters.eq("mark", mark)));
	}

}
