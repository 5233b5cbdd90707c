package org.sharaka.meeting;

import java.time.Clock;
import java.time.Duration;

import org.sharaka.meeting.charity.CatchUp;
import org.sharaka.meeting.charity.Charities;
import org.sharaka.meeting.meeting.GuestList;
import org.sharaka.meeting.meeting.MeetingChanges;
import org.sharaka.meeting.meeting.MeetingDesk;
import org.sharaka.meeting.meeting.Meetings;
import org.sharaka.meeting.meeting.Scheduling;
import org.sharaka.meeting.meeting.StandingAudit;
import org.sharaka.meeting.meeting.StandingCheck;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the model's classes, which know no Spring, together. */
@Configuration(proxyBeanMethods = false)
class MeetingBeans {

	@Bean
	CatchUp catchUp(@Value("${sharaka.meeting.catch-up}") Duration patience) {
		return new CatchUp(patience);
	}

	@Bean
	GuestList guestList(Charities charities, CatchUp catchUp) {
		return new GuestList(charities, catchUp);
	}

	@Bean
	MeetingChanges meetingChanges(Meetings meetings) {
		return new MeetingChanges(meetings);
	}

	@Bean
	StandingCheck standingCheck(Charities charities, Meetings meetings, MeetingChanges changes, Clock clock) {
		return new StandingCheck(charities, meetings, changes, clock);
	}

	@Bean
	StandingAudit standingAudit(Charities charities, StandingCheck standing) {
		return new StandingAudit(charities, standing);
	}

	@Bean
	Scheduling scheduling(Meetings meetings, StandingCheck standing) {
		return new Scheduling(meetings, standing);
	}

	@Bean
	MeetingDesk meetingDesk(Charities charities, MeetingChanges changes, StandingCheck standing, Clock clock) {
		return new MeetingDesk(charities, changes, standing, clock);
	}

}
