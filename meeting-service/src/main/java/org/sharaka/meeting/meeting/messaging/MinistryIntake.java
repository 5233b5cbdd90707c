package org.sharaka.meeting.meeting.messaging;

import java.time.Clock;

import org.sharaka.chassis.intake.Intake;
import org.sharaka.chassis.intake.Intakes;
import org.sharaka.chassis.web.problem.ProblemMessages;
import org.sharaka.meeting.meeting.GuestList;
import org.sharaka.meeting.meeting.Meetings;
import org.sharaka.meeting.meeting.Scheduling;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MinistryIntake {

	@Bean
	Intake ministryEvents(Intakes intakes, Meetings meetings, GuestList guestList, Scheduling scheduling,
			ProblemMessages messages, Clock clock) {
		return intakes.of("ministry.events", new MeetingRequests(meetings, guestList, scheduling, messages, clock));
	}

}
