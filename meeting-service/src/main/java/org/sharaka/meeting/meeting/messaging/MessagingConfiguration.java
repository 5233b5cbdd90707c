package org.sharaka.meeting.meeting.messaging;

import java.time.Clock;

import org.sharaka.chassis.consumer.EventConsumer;
import org.sharaka.chassis.consumer.EventConsumerFactory;
import org.sharaka.chassis.message.Messages;
import org.sharaka.meeting.charity.usecase.ResolveAudience;
import org.sharaka.meeting.meeting.Meetings;
import org.sharaka.meeting.meeting.usecase.ScheduleMeeting;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration("meetingMessagingConfiguration")
class MessagingConfiguration {

	@Bean
	EventConsumer ministryEvents(EventConsumerFactory consumers, Meetings meetings, ResolveAudience resolveAudience,
			ScheduleMeeting schedule, Messages messages, Clock clock) {
		return consumers.of("ministry.events",
				new MeetingRequestHandler(meetings, resolveAudience, schedule, messages, clock));
	}

}
