package org.sharaka.registry;

import java.time.Clock;

import org.sharaka.chassis.command.CommandHandler;
import org.sharaka.chassis.id.Ids;
import org.sharaka.registry.charity.Charities;
import org.sharaka.registry.charity.Charity;
import org.sharaka.registry.charity.CharityEvent;
import org.sharaka.registry.charity.JurisdictionProfiles;
import org.sharaka.registry.charity.RegistrationNumbers;
import org.sharaka.registry.charity.usecase.ApplyForRegistration;
import org.sharaka.registry.charity.usecase.ChangeContacts;
import org.sharaka.registry.charity.usecase.ChangeProfile;
import org.sharaka.registry.charity.usecase.ReadPastCharity;
import org.sharaka.registry.charity.usecase.TakeDecision;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JacksonModule;

/** The use cases, which depend on no framework. */
@Configuration(proxyBeanMethods = false)
class RegistryConfiguration {

	@Bean
	JacksonModule registryJsonModule() {
		return new RegistryJsonModule();
	}

	@Bean
	JurisdictionProfiles jurisdictionProfiles() {
		return JurisdictionProfiles.standard();
	}

	@Bean
	CommandHandler<Charity, CharityEvent> charityCommands(Charities charities) {
		return new CommandHandler<>(charities);
	}

	@Bean
	ApplyForRegistration applyForRegistration(CommandHandler<Charity, CharityEvent> commands, Ids ids, Clock clock) {
		return new ApplyForRegistration(commands, ids, clock);
	}

	@Bean
	ChangeProfile changeProfile(CommandHandler<Charity, CharityEvent> commands, JurisdictionProfiles jurisdictions,
			Clock clock) {
		return new ChangeProfile(commands, jurisdictions, clock);
	}

	@Bean
	ChangeContacts changeContacts(CommandHandler<Charity, CharityEvent> commands, JurisdictionProfiles jurisdictions,
			Ids ids, Clock clock) {
		return new ChangeContacts(commands, jurisdictions, ids, clock);
	}

	@Bean
	TakeDecision takeDecision(CommandHandler<Charity, CharityEvent> commands, RegistrationNumbers numbers,
			JurisdictionProfiles jurisdictions, Clock clock) {
		return new TakeDecision(commands, numbers, jurisdictions, clock);
	}

	@Bean
	ReadPastCharity readPastCharity(Charities charities, JurisdictionProfiles jurisdictions, Clock clock) {
		return new ReadPastCharity(charities, jurisdictions, clock);
	}

}
