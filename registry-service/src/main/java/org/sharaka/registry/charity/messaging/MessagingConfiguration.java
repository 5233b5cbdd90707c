package org.sharaka.registry.charity.messaging;

import org.sharaka.chassis.consumer.EventConsumer;
import org.sharaka.chassis.consumer.EventConsumerFactory;
import org.sharaka.chassis.message.Messages;
import org.sharaka.registry.charity.Charities;
import org.sharaka.registry.charity.usecase.TakeDecision;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

	@Bean
	CharityEventMapper charityEventMapper(JsonMapper json) {
		return new CharityEventMapper(json);
	}

	@Bean
	EventConsumer ministryEvents(EventConsumerFactory consumers, TakeDecision takeDecision, Charities charities,
			Messages messages) {
		return consumers.of("ministry.events", new MinistryDecisionHandler(takeDecision, charities, messages));
	}

}
