package org.sharaka.meeting.invitation.mongo;

import com.mongodb.client.MongoDatabase;
import org.sharaka.chassis.outbox.AggregateCollection;
import org.sharaka.chassis.outbox.Outbox;
import org.sharaka.meeting.invitation.Invitations;
import org.sharaka.meeting.invitation.IssuingRuns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration("invitationMongoConfiguration")
class MongoConfiguration {

	@Bean
	AggregateCollection invitationCollection(MongoDatabase database, Outbox outbox) {
		return new AggregateCollection(database, "invitations", outbox);
	}

	@Bean
	Invitations invitations(AggregateCollection invitationCollection) {
		return new MongoInvitations(invitationCollection);
	}

	@Bean
	IssuingRuns issuingRuns(MongoDatabase database) {
		return new MongoIssuingRuns(database.getCollection("issuingRuns"));
	}

}
