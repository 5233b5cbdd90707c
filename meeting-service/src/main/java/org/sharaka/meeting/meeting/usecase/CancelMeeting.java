package org.sharaka.meeting.meeting.usecase;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.command.CommandHandler;
import org.sharaka.chassis.command.Outcome;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.meeting.MeetingEvent;

/** Cancels a meeting, which also ends the issuing of its invitations. */
public class CancelMeeting {

	private final CommandHandler<Meeting, MeetingEvent> handler;

	private final Clock clock;

	public CancelMeeting(CommandHandler<Meeting, MeetingEvent> handler, Clock clock) {
		this.handler = handler;
		this.clock = clock;
	}

	public Outcome<Meeting, MeetingEvent> cancel(String id, @Nullable BilingualText reason, CommandContext context) {
		return this.handler.handle(id, context, (meeting) -> meeting.cancel(reason, this.clock.instant()));
	}

}
