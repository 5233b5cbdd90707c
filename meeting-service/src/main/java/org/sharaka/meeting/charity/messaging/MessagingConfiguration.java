package org.sharaka.meeting.charity.messaging;

import org.sharaka.chassis.consumer.EventConsumer;
import org.sharaka.chassis.consumer.EventConsumerFactory;
import org.sharaka.meeting.charity.Charities;
import org.sharaka.meeting.charity.LostStandingListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration("charityMessagingConfiguration")
class MessagingConfiguration {

	@Bean
	EventConsumer charityEvents(EventConsumerFactory consumers, Charities charities, LostStandingListener listener) {
		return consumers.of("partnership.charities", new CharityEventHandler(charities, listener));
	}

}
