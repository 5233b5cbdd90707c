package org.sharaka.meeting.meeting.usecase;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.command.CommandHandler;
import org.sharaka.chassis.command.Outcome;
import org.sharaka.chassis.command.Outcome.Changed;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.meeting.MeetingEvent;
import org.sharaka.meeting.meeting.MeetingInvitations;
import org.sharaka.meeting.meeting.MeetingTime;

/** Moves a meeting to another time. All whose invitations hold are asked again. */
public class RescheduleMeeting {

	private final CommandHandler<Meeting, MeetingEvent> handler;

	private final MeetingInvitations invitations;

	private final Clock clock;

	public RescheduleMeeting(CommandHandler<Meeting, MeetingEvent> handler, MeetingInvitations invitations,
			Clock clock) {
		this.handler = handler;
		this.invitations = invitations;
		this.clock = clock;
	}

	/**
	 * @param durationMinutes null to keep it
	 */
	public Outcome<Meeting, MeetingEvent> reschedule(String id, MeetingTime time, @Nullable Integer durationMinutes,
			BilingualText reason, CommandContext context) {
		Outcome<Meeting, MeetingEvent> outcome = this.handler.handle(id, context,
				(meeting) -> meeting.reschedule(time, durationMinutes, reason, this.clock.instant()));
		if (outcome instanceof Changed<Meeting, MeetingEvent> moved) {
			this.invitations.recheckDeclined(moved.state());
		}
		return outcome;
	}

}
