package org.sharaka.meeting.meeting.mongo;

import org.bson.Document;
import org.sharaka.chassis.mongo.DocumentMapper;
import org.sharaka.chassis.outbox.AggregateMapping;
import org.sharaka.chassis.outbox.NewEvent;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.meeting.MeetingEvent;
import org.sharaka.meeting.meeting.messaging.MeetingEventMapper;

/** A meeting's document has the components of {@link Meeting}. */
final class MeetingMapping implements AggregateMapping<Meeting, MeetingEvent> {

	private static final DocumentMapper MAPPER = new DocumentMapper();

	@Override
	public Document toDocument(Meeting meeting) {
		Document document = MAPPER.toDocument(meeting);
		document.remove("id");
		document.remove("version");
		return document;
	}

	@Override
	public Meeting fromDocument(Document document) {
		return MAPPER.fromDocument(new Document(document).append("id", document.getString("_id")), Meeting.class);
	}

	@Override
	public NewEvent toEvent(Meeting after, MeetingEvent event) {
		return MeetingEventMapper.toEvent(after, event);
	}

}
