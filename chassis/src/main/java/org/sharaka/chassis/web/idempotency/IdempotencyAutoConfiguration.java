package org.sharaka.chassis.web.idempotency;

import java.time.Clock;

import com.mongodb.client.MongoDatabase;
import org.sharaka.chassis.id.Ids;
import org.sharaka.chassis.mongo.DatabaseAutoConfiguration;
import org.sharaka.chassis.web.WebAutoConfiguration;
import org.sharaka.chassis.web.WebProperties;
import org.sharaka.chassis.web.input.BodyLimit;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Idempotency keys, in the service's own database. */
@AutoConfiguration(after = { DatabaseAutoConfiguration.class, WebAutoConfiguration.class })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(MongoDatabase.class)
public final class IdempotencyAutoConfiguration {

	/**
	 * Inside the request's trace and its metrics, outside everything that executes
	 * commands.
	 */
	private static final int ORDER = 0;

	@Bean
	IdempotencyKeys idempotencyKeys(MongoDatabase database, Clock clock, Ids ids, WebProperties settings) {
		return new IdempotencyKeys(database, clock, ids, settings.idempotency().retention(),
				settings.idempotency().lease());
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

}
