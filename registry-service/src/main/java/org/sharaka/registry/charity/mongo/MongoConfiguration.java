package org.sharaka.registry.charity.mongo;

import com.mongodb.client.MongoDatabase;
import org.sharaka.chassis.outbox.AggregateCollection;
import org.sharaka.chassis.outbox.Outbox;
import org.sharaka.registry.charity.Charities;
import org.sharaka.registry.charity.messaging.CharityEventMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MongoConfiguration {

	@Bean
	AggregateCollection charityCollection(MongoDatabase database, Outbox outbox) {
		return new AggregateCollection(database, "charities", outbox);
	}

	@Bean
	MongoRegistrationNumbers registrationNumbers(MongoDatabase database) {
		return new MongoRegistrationNumbers(database);
	}

	@Bean
	Charities charities(AggregateCollection charityCollection, CharityEventMapper events,
			MongoRegistrationNumbers numbers) {
		return new MongoCharities(charityCollection, new CharityMapping(events), numbers);
	}

}
