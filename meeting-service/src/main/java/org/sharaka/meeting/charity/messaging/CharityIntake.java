package org.sharaka.meeting.charity.messaging;

import org.sharaka.chassis.consumer.EventConsumer;
import org.sharaka.chassis.consumer.EventConsumerFactory;
import org.sharaka.meeting.charity.Charities;
import org.sharaka.meeting.charity.StandingWatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CharityIntake {

	@Bean
	EventConsumer charityEvents(EventConsumerFactory intakes, Charities charities, StandingWatch watch) {
		return intakes.of("partnership.charities", new CharityEvents(charities, watch));
	}

}
