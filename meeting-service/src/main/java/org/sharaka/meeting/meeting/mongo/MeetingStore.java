package org.sharaka.meeting.meeting.mongo;

import com.mongodb.client.MongoDatabase;
import org.sharaka.chassis.outbox.AggregateCollection;
import org.sharaka.chassis.outbox.Outbox;
import org.sharaka.meeting.meeting.Meetings;
import org.sharaka.meeting.meeting.messaging.PublishedMeetingEvents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MeetingStore {

	@Bean
	AggregateCollection meetingAggregates(MongoDatabase database, Outbox outbox) {
		return new AggregateCollection(database.getCollection("meetings"), outbox);
	}

	@Bean
	Meetings meetings(AggregateCollection meetingAggregates, PublishedMeetingEvents events) {
		return new MongoMeetings(meetingAggregates, events);
	}

}
