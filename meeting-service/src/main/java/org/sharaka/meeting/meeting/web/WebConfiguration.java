package org.sharaka.meeting.meeting.web;

import org.sharaka.meeting.meeting.usecase.CancelMeeting;
import org.sharaka.meeting.meeting.usecase.CorrectMeeting;
import org.sharaka.meeting.meeting.usecase.RescheduleMeeting;
import org.sharaka.meeting.meeting.usecase.ScheduleMeeting;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration("meetingWebConfiguration")
class WebConfiguration {

	@Bean
	MeetingController.Commands meetingCommands(ScheduleMeeting schedule, RescheduleMeeting reschedule,
			CorrectMeeting correct, CancelMeeting cancel) {
		return new MeetingController.Commands(schedule, reschedule, correct, cancel);
	}

}
