package org.sharaka.meeting.meeting.messaging;

import java.time.Clock;

import org.sharaka.chassis.consumer.EventConsumer;
import org.sharaka.chassis.consumer.EventConsumerFactory;
import org.sharaka.chassis.message.Messages;
import org.sharaka.meeting.meeting.GuestList;
import org.sharaka.meeting.meeting.Meetings;
import org.sharaka.meeting.meeting.Scheduling;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MinistryIntake {

	@Bean
	EventConsumer ministryEvents(EventConsumerFactory intakes, Meetings meetings, GuestList guestList,
			Scheduling scheduling, Messages messages, Clock clock) {
		return intakes.of("ministry.events", new MeetingRequests(meetings, guestList, scheduling, messages, clock));
	}

}
