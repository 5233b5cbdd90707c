package org.sharaka.meeting.charity.mongo;

import com.mongodb.client.MongoDatabase;
import org.sharaka.meeting.charity.Charities;
import org.sharaka.meeting.charity.ViewUpdates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration("charityMongoConfiguration")
class MongoConfiguration {

	@Bean
	Charities charities(MongoDatabase database, ViewUpdates viewUpdates) {
		return new MongoCharities(database, viewUpdates);
	}

}
