package org.sharaka.chassis.mongo;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;

/** The service's own database, with majority writes. */
@AutoConfiguration(afterName = "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
		beforeName = "org.springframework.boot.mongodb.autoconfigure.health.MongoHealthContributorAutoConfiguration")
public class DatabaseAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	MongoDatabase database(MongoClient client, @Value("${sharaka.database}") String name) {
		return client.getDatabase(name).withWriteConcern(WriteConcern.MAJORITY);
	}

	/** Takes the place of Spring Boot's, which has this name. */
	@Bean
	HealthContributor mongoHealthContributor(MongoDatabase database) {
		return new DatabaseHealth(database);
	}

}
