package org.sharaka.chassis.outbox;

import java.time.Clock;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.sharaka.chassis.event.Contracts;
import org.sharaka.chassis.event.Topics;
import org.sharaka.chassis.id.Ids;
import org.sharaka.chassis.mongo.DatabaseAutoConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;

/**
 * The outbox and its relay, over all {@link AggregateCollection} beans of the service.
 */
@AutoConfiguration(after = DatabaseAutoConfiguration.class)
public class OutboxAutoConfiguration {

	@Bean
	Topics topics(@Value("${sharaka.topics.prefix:}") String prefix) {
		return new Topics(prefix);
	}

	@Bean
	Contracts contracts() {
		return new Contracts();
	}

	@Bean
	Outbox outbox(Topics topics, Ids ids, Clock clock) {
		return new Outbox(topics, ids, clock);
	}

	@Bean
	@ConditionalOnMissingBean
	Broker broker(KafkaProperties kafka) {
		return new KafkaBroker(kafka.buildProducerProperties());
	}

	@Bean
	Relay relay(List<AggregateCollection> aggregates, Outbox outbox, Broker broker, Ids ids, Clock clock,
			MeterRegistry meters, @Value("${spring.application.name}") String service) {
		return new Relay(aggregates, outbox, broker, "/" + service, ids, clock, Relay.Settings.DEFAULT, meters);
	}

	/** The health component {@code outboxRelay}. */
	@Bean
	OutboxRelayHealthIndicator outboxRelayHealthIndicator(Relay relay, Clock clock) {
		return new OutboxRelayHealthIndicator(relay, clock);
	}

}
