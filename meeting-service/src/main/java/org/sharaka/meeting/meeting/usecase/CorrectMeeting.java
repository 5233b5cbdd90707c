package org.sharaka.meeting.meeting.usecase;

import java.time.Clock;

import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.command.CommandHandler;
import org.sharaka.chassis.command.Outcome;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.meeting.MeetingCorrection;
import org.sharaka.meeting.meeting.MeetingEvent;

/** Changes the title, agenda, venue, chair or capacity of a meeting. */
public class CorrectMeeting {

	private final CommandHandler<Meeting, MeetingEvent> handler;

	private final Clock clock;

	public CorrectMeeting(CommandHandler<Meeting, MeetingEvent> handler, Clock clock) {
		this.handler = handler;
		this.clock = clock;
	}

	public Outcome<Meeting, MeetingEvent> correct(String id, MeetingCorrection correction, CommandContext context) {
		return this.handler.handle(id, context,
				(meeting) -> meeting.correct(correction, context.commandId(), this.clock.instant()));
	}

}
