package org.sharaka.meeting.meeting.usecase;

import java.time.Clock;

import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.command.CommandHandler;
import org.sharaka.chassis.command.Outcome;
import org.sharaka.chassis.command.Outcome.Refused;
import org.sharaka.meeting.charity.Audience;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.meeting.MeetingDetails;
import org.sharaka.meeting.meeting.MeetingEvent;
import org.sharaka.meeting.meeting.MeetingInvitations;
import org.sharaka.meeting.meeting.MeetingTime;

/** Schedules a meeting and has its audience invited. */
public class ScheduleMeeting {

	private final CommandHandler<Meeting, MeetingEvent> handler;

	private final MeetingInvitations invitations;

	private final Clock clock;

	public ScheduleMeeting(CommandHandler<Meeting, MeetingEvent> handler, MeetingInvitations invitations, Clock clock) {
		this.handler = handler;
		this.invitations = invitations;
		this.clock = clock;
	}

	/**
	 * What is to be scheduled.
	 *
	 * @param expected how many charities the audience is now
	 */
	public record Plan(MeetingDetails details, MeetingTime time, int durationMinutes, Audience audience, int expected) {
	}

	/**
	 * The meeting's id is the command's. The audience is recorded first: whenever the
	 * meeting exists, it is known whom to invite, even if this process dies.
	 */
	public Outcome<Meeting, MeetingEvent> schedule(Plan plan, CommandContext context) {
		Outcome<Meeting, MeetingEvent> decision = Meeting.schedule(context.commandId(), plan.details(), plan.time(),
				plan.durationMinutes(), this.clock.instant());
		if (decision instanceof Refused) {
			return decision;
		}
		this.invitations.request(context.commandId(), plan.audience(), plan.expected(), context);
		Outcome<Meeting, MeetingEvent> outcome = this.handler.create(context, () -> decision);
		this.invitations.issueRequested(context.commandId());
		return outcome;
	}

}
