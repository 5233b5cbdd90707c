package org.sharaka.meeting.meeting.mongo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.outbox.AggregateCollection;
import org.sharaka.chassis.outbox.MongoAggregates;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.meeting.MeetingEvent;
import org.sharaka.meeting.meeting.Meetings;

/** Collection {@code meetings}. */
final class MongoMeetings extends MongoAggregates<Meeting, MeetingEvent> implements Meetings {

	private static final MeetingMapping MAPPING = new MeetingMapping();

	private static final Bson WITHOUT_OUTBOX = Projections.exclude("outbox");

	private final MongoCollection<Document> collection;

	MongoMeetings(AggregateCollection aggregates) {
		super(aggregates, MAPPING);
		this.collection = aggregates.collection();
		// lists of all, and of a type, by start
		this.collection.createIndex(Indexes.ascending("time.instant", "_id"));
		this.collection.createIndex(Indexes.ascending("details.type", "time.instant", "_id"));
	}

	@Override
	public Map<String, Meeting> findAll(Collection<String> ids) {
		Map<String, Meeting> found = new HashMap<>();
		this.collection.find(Filters.in("_id", ids))
			.projection(WITHOUT_OUTBOX)
			.map(MAPPING::fromDocument)
			.forEach((meeting) -> found.put(meeting.id(), meeting));
		return found;
	}

	@Override
	public List<Meeting> list(Selection selection, @Nullable Position after, int limit) {
		List<Bson> conditions = new ArrayList<>();
		if (selection.from() != null) {
			conditions.add(Filters.gte("time.instant", Date.from(selection.from())));
		}
		if (selection.to() != null) {
			conditions.add(Filters.lt("time.instant", Date.from(selection.to())));
		}
		if (selection.type() != null) {
			conditions.add(Filters.eq("details.type", selection.type().name()));
		}
		if (selection.ids() != null) {
			conditions.add(Filters.in("_id", selection.ids()));
		}
		if (after != null) {
			Date start = Date.from(after.start());
			conditions.add(Filters.gte("time.instant", start));
			conditions.add(Filters.or(Filters.gt("time.instant", start), Filters.gt("_id", after.id())));
		}
		return this.collection.find(conditions.isEmpty() ? Filters.empty() : Filters.and(conditions))
			.sort(Sorts.ascending("time.instant", "_id"))
			.limit(limit)
			.projection(WITHOUT_OUTBOX)
			.map(MAPPING::fromDocument)
			.into(new ArrayList<>());
	}

}
