package org.sharaka.chassis.mongo;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** The service's own database, with majority writes. */
@AutoConfiguration(after = MongoAutoConfiguration.class,
		beforeName = "org.springframework.boot.mongodb.autoconfigure.health.MongoHealthContributorAutoConfiguration")
public class DatabaseAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	MongoDatabase database(MongoClient client, @Value("${sharaka.database}") String name) {
		return client.getDatabase(name).withWriteConcern(WriteConcern.MAJORITY);
	}

	/**
	 * Limits each operation, from the selection of a server to the last byte of the
	 * answer; without it a connection that hangs would block its caller for ever.
	 */
	@Bean
	MongoClientSettingsBuilderCustomizer timeoutCustomizer(@Value("${sharaka.database-timeout:20s}") Duration timeout) {
		return (settings) -> settings.timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
	}

	/** Takes the place of Spring Boot's, which has this name. */
	@Bean
	HealthContributor mongoHealthContributor(MongoDatabase database) {
		return new DatabaseHealth(database);
	}

}
