package org.sharaka.registry.charity.messaging;

import org.sharaka.chassis.consumer.EventConsumer;
import org.sharaka.chassis.consumer.EventConsumerFactory;
import org.sharaka.registry.charity.Charities;
import org.sharaka.registry.charity.Register;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Subscribes to what the ministry publishes. */
@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

	@Bean
	EventConsumer ministryEvents(EventConsumerFactory intakes, Register register, Charities charities) {
		return intakes.of("ministry.events", new MinistryDecisions(register, charities));
	}

}
