package org.sharaka.registry.charity.messaging;

import org.sharaka.chassis.intake.Intake;
import org.sharaka.chassis.intake.Intakes;
import org.sharaka.registry.charity.Charities;
import org.sharaka.registry.charity.Register;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Subscribes to what the ministry publishes. */
@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

	@Bean
	Intake ministryEvents(Intakes intakes, Register register, Charities charities) {
		return intakes.of("ministry.events", new MinistryDecisions(register, charities));
	}

}
