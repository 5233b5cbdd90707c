package org.sharaka.notification.meeting.mongo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.sharaka.chassis.mongo.DocumentMapper;
import org.sharaka.chassis.view.Change;
import org.sharaka.chassis.view.SequencedView;
import org.sharaka.notification.meeting.Meeting;
import org.sharaka.notification.meeting.Meetings;

/** All queries are by {@code _id}. */
class MongoMeetings implements Meetings {

	private final MongoCollection<Meeting> collection;

	private final SequencedView view;

	MongoMeetings(MongoDatabase database) {
		this.collection = database.getCollection("meetings", Meeting.class)
			.withCodecRegistry(new DocumentMapper().registry());
		this.view = new SequencedView(this.collection);
	}

	@Override
	public void apply(List<Meeting> meetings) {
		this.view.apply(meetings.stream()
			.map((meeting) -> new Change(meeting.id(), meeting.sequence(), meeting.changedAt(), meeting))
			.toList());
	}

	@Override
	public Map<String, Meeting> find(Set<String> ids) {
		Map<String, Meeting> meetings = new HashMap<>();
		if (!ids.isEmpty()) {
			this.collection.find(Filters.in("_id", ids)).forEach((meeting) -> meetings.put(meeting.id(), meeting));
		}
		return meetings;
	}

}
