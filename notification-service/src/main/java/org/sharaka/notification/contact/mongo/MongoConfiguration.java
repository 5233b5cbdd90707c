package org.sharaka.notification.contact.mongo;

import com.mongodb.client.MongoDatabase;
import org.sharaka.notification.contact.Contacts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "contactMongoConfiguration", proxyBeanMethods = false)
class MongoConfiguration {

	@Bean
	Contacts contacts(MongoDatabase database) {
		return new MongoContacts(database);
	}

}
