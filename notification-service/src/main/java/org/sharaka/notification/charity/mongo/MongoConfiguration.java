package org.sharaka.notification.charity.mongo;

import com.mongodb.client.MongoDatabase;
import org.sharaka.notification.charity.Charities;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "charityMongoConfiguration", proxyBeanMethods = false)
class MongoConfiguration {

	@Bean
	Charities charities(MongoDatabase database) {
		return new MongoCharities(database);
	}

}
