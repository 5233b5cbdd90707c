package org.sharaka.chassis.web.idempotency;

import java.time.Clock;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.sharaka.chassis.id.Ids;
import org.sharaka.chassis.web.WebAutoConfiguration;
import org.sharaka.chassis.web.WebSettings;
import org.sharaka.chassis.web.input.BodyLimit;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Idempotency keys in the service's own database: the one {@link MongoDatabase} that
 * there is as a bean, or else the one that {@code spring.mongodb} names.
 */
@AutoConfiguration(after = { MongoAutoConfiguration.class, WebAutoConfiguration.class })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(MongoClient.class)
public final class IdempotencyAutoConfiguration {

	/**
	 * Inside the request's trace and its metrics, outside everything that executes
	 * commands.
	 */
	private static final int ORDER = 0;

	@Bean
	IdempotencyKeys idempotencyKeys(ObjectProvider<MongoDatabase> databases, MongoClient client,
			ObjectProvider<MongoConnectionDetails> connection, Environment environment, Clock clock, Ids ids,
			WebSettings settings) {
		MongoDatabase database = databases.getIfUnique(() -> client.getDatabase(name(connection, environment)));
		return new IdempotencyKeys(database, clock, ids, settings.idempotency().kept(), settings.idempotency().lease());
	}

	@Bean
	FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(IdempotencyKeys keys, BodyLimit limit,
			@Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> problems) {
		FilterRegistrationBean<IdempotencyFilter> registration = new FilterRegistrationBean<>(
				new IdempotencyFilter(keys, limit, (request, response, handler, problem) -> problems.getObject()
					.resolveException(request, response, handler, problem)));
		registration.setOrder(ORDER);
		return registration;
	}

	@Bean
	ApplicationRunner idempotencyIndexes(IdempotencyKeys keys) {
		return (arguments) -> keys.createIndexes();
	}

	private static String name(ObjectProvider<MongoConnectionDetails> connection, Environment environment) {
		String name = environment.getProperty("spring.mongodb.database");
		MongoConnectionDetails details = connection.getIfAvailable();
		String inUri = (details != null) ? details.getConnectionString().getDatabase() : null;
		if (name == null && inUri == null) {
			throw new IllegalStateException("spring.mongodb.database is not set");
		}
		return (name != null) ? name : inUri;
	}

}
