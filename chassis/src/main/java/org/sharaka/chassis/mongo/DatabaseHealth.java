package org.sharaka.chassis.mongo;

import java.util.concurrent.TimeUnit;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether the service's own database answers within two seconds. Spring Boot's indicator
 * asks every database of the server for {@code hello}, which not every server that speaks
 * MongoDB's protocol knows and not every user may ask.
 */
final class DatabaseHealth extends AbstractHealthIndicator {

	private static final long SECONDS = 2;

	private static final Document PING = new Document("ping", 1);

	private final MongoDatabase database;

	DatabaseHealth(MongoDatabase database) {
		super("The database does not answer");
		this.database = database.withTimeout(SECONDS, TimeUnit.SECONDS);
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		this.database.runCommand(PING);
		builder.up().withDetail("database", this.database.getName());
	}

}
