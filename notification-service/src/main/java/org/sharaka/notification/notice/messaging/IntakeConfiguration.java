package org.sharaka.notification.notice.messaging;

import java.time.Clock;

import org.sharaka.chassis.event.Topics;
import org.sharaka.chassis.intake.Intake;
import org.sharaka.chassis.intake.Intakes;
import org.sharaka.notification.charity.Charities;
import org.sharaka.notification.notice.TellCharities;
import org.sharaka.notification.policy.Policies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which topics come in. The names of the beans are the names of the bindings. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

	@Bean
	Intake charityEvents(Intakes intakes, Topics topics, Charities charities, TellCharities tellCharities,
			Clock clock) {
		String topic = "partnership.charities";
		return intakes.of(topic,
				new CharityHandler(topics.named(topics.prefix() + topic).types(), charities, tellCharities, clock));
	}

	@Bean
	Intake contactEvents(Intakes intakes, TellCharities tellCharities) {
		return intakes.of("partnership.contacts", new ContactsHandler(tellCharities));
	}

	@Bean
	Intake meetingEvents(Intakes intakes, Topics topics, TellCharities tellCharities, Clock clock) {
		return telling("partnership.meetings", intakes, topics, tellCharities, clock);
	}

	@Bean
	Intake ministryEvents(Intakes intakes, Topics topics, TellCharities tellCharities, Clock clock) {
		return telling("ministry.events", intakes, topics, tellCharities, clock);
	}

	private static Intake telling(String topic, Intakes intakes, Topics topics, TellCharities tellCharities,
			Clock clock) {
		return intakes.of(topic, new TellingHandler(Policies.among(topics.named(topics.prefix() + topic).types()),
				tellCharities, clock));
	}

}
