package org.sharaka.notification.notice.messaging;

import java.time.Clock;

import org.sharaka.chassis.event.Topics;
import org.sharaka.chassis.consumer.EventConsumer;
import org.sharaka.chassis.consumer.EventConsumerFactory;
import org.sharaka.notification.charity.Charities;
import org.sharaka.notification.notice.TellCharities;
import org.sharaka.notification.policy.Policies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which topics come in. The names of the beans are the names of the bindings. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

	@Bean
	EventConsumer charityEvents(EventConsumerFactory intakes, Topics topics, Charities charities,
			TellCharities tellCharities, Clock clock) {
		String topic = "partnership.charities";
		return intakes.of(topic,
				new CharityHandler(topics.named(topics.prefix() + topic).types(), charities, tellCharities, clock));
	}

	@Bean
	EventConsumer contactEvents(EventConsumerFactory intakes, TellCharities tellCharities) {
		return intakes.of("partnership.contacts", new ContactsHandler(tellCharities));
	}

	@Bean
	EventConsumer meetingEvents(EventConsumerFactory intakes, Topics topics, TellCharities tellCharities, Clock clock) {
		return telling("partnership.meetings", intakes, topics, tellCharities, clock);
	}

	@Bean
	EventConsumer ministryEvents(EventConsumerFactory intakes, Topics topics, TellCharities tellCharities,
			Clock clock) {
		return telling("ministry.events", intakes, topics, tellCharities, clock);
	}

	private static EventConsumer telling(String topic, EventConsumerFactory intakes, Topics topics,
			TellCharities tellCharities, Clock clock) {
		return intakes.of(topic, new TellingHandler(Policies.among(topics.named(topics.prefix() + topic).types()),
				tellCharities, clock));
	}

}
