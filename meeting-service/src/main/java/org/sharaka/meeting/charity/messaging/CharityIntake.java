package org.sharaka.meeting.charity.messaging;

import org.sharaka.chassis.intake.Intake;
import org.sharaka.chassis.intake.Intakes;
import org.sharaka.meeting.charity.Charities;
import org.sharaka.meeting.charity.StandingWatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CharityIntake {

	@Bean
	Intake charityEvents(Intakes intakes, Charities charities, StandingWatch watch) {
		return intakes.of("partnership.charities", new CharityEvents(charities, watch));
	}

}
