package org.sharaka.meeting.meeting.mongo;

import com.mongodb.client.MongoDatabase;
import org.sharaka.chassis.outbox.AggregateCollection;
import org.sharaka.chassis.outbox.Outbox;
import org.sharaka.meeting.meeting.Meetings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration("meetingMongoConfiguration")
class MongoConfiguration {

	@Bean
	AggregateCollection meetingCollection(MongoDatabase database, Outbox outbox) {
		return new AggregateCollection(database, "meetings", outbox);
	}

	@Bean
	Meetings meetings(AggregateCollection meetingCollection) {
		return new MongoMeetings(meetingCollection);
	}

}
