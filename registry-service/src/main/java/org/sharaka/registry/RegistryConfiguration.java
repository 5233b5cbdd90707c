package org.sharaka.registry;

import java.time.Clock;
import java.time.ZoneId;

import org.sharaka.chassis.id.Ids;
import org.sharaka.registry.charity.Charities;
import org.sharaka.registry.charity.Register;
import org.sharaka.registry.charity.RegistrationNumbers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the model, which knows no framework, on its collections. */
@Configuration(proxyBeanMethods = false)
class RegistryConfiguration {

	/**
	 * @param zone whose calendar says from which day a decision holds
	 */
	@Bean
	Register register(Charities charities, RegistrationNumbers numbers, Ids ids, Clock clock,
			@Value("${sharaka.registry.zone}") ZoneId zone) {
		return new Register(charities, numbers, ids, clock, zone);
	}

}
