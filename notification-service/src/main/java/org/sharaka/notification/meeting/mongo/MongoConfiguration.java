package org.sharaka.notification.meeting.mongo;

import com.mongodb.client.MongoDatabase;
import org.sharaka.notification.meeting.Invitations;
import org.sharaka.notification.meeting.Meetings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "meetingMongoConfiguration", proxyBeanMethods = false)
class MongoConfiguration {

	@Bean
	Meetings meetings(MongoDatabase database) {
		return new MongoMeetings(database);
	}

	@Bean
	Invitations invitations(MongoDatabase database) {
		return new MongoInvitations(database);
	}

}
