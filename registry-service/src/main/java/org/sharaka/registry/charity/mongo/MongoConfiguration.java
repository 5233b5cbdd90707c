package org.sharaka.registry.charity.mongo;

import com.mongodb.client.MongoDatabase;
import org.sharaka.chassis.outbox.AggregateCollection;
import org.sharaka.chassis.outbox.Outbox;
import org.sharaka.registry.charity.Charities;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the register is kept. */
@Configuration(proxyBeanMethods = false)
class MongoConfiguration {

	@Bean
	AggregateCollection charityAggregates(MongoDatabase database, Outbox outbox) {
		return new AggregateCollection(database.getCollection("charities"), outbox);
	}

	@Bean
	MongoRegistrationNumbers registrationNumbers(MongoDatabase database) {
		return new MongoRegistrationNumbers(database);
	}

	@Bean
	Charities charities(AggregateCollection charityAggregates, MongoRegistrationNumbers numbers) {
		return new MongoCharities(charityAggregates, numbers);
	}

}
