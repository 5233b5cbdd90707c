package org.sharaka.chassis.mongo;

import java.time.Clock;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.sharaka.chassis.id.Ids;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;

/**
 * The service's own database, with majority writes; and the one place that time and ids
 * come from.
 */
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

	@Bean
	@ConditionalOnMissingBean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	@ConditionalOnMissingBean
	Ids ids() {
		return Ids.random();
	}

}
