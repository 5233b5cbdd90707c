package org.sharaka.meeting.invitation.usecase;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.command.CommandHandler;
import org.sharaka.chassis.command.Outcome;
import org.sharaka.chassis.command.Outcome.Changed;
import org.sharaka.chassis.command.Outcome.NotFound;
import org.sharaka.meeting.charity.Charities;
import org.sharaka.meeting.invitation.Answer;
import org.sharaka.meeting.invitation.Invitation;
import org.sharaka.meeting.invitation.InvitationEvent;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.meeting.Meetings;

/** Takes a charity's answer to its invitation. */
public class AnswerInvitation {

	private final Meetings meetings;

	private final Charities charities;

	private final CommandHandler<Invitation, InvitationEvent> handler;

	private final WithdrawOnLostStanding standing;

	private final Clock clock;

	public AnswerInvitation(Meetings meetings, Charities charities, CommandHandler<Invitation, InvitationEvent> handler,
			WithdrawOnLostStanding standing, Clock clock) {
		this.meetings = meetings;
		this.charities = charities;
		this.handler = handler;
		this.standing = standing;
		this.clock = clock;
	}

	/**
	 * The meeting is read once: an answer that loses a race belongs to the older round.
	 */
	public Outcome<Invitation, InvitationEvent> answer(String meetingId, String charityId, Answer answer,
			CommandContext context) {
		Optional<Meeting> found = this.meetings.find(meetingId);
		if (found.isEmpty()) {
			return new NotFound<>(meetingId);
		}
		Meeting meeting = found.get();
		String id = Invitation.id(meetingId, charityId);
		CommandContext onRevision = new CommandContext(context.actor(), context.commandId(), context.repeatable(),
				(version) -> context.precondition().accept(Invitation.revision(version, meeting.round())));
		Outcome<Invitation, InvitationEvent> outcome = this.handler.handle(id, onRevision, (invitation) -> invitation
			.answer(answer, meeting, this.charities.findAll(List.of(charityId)).get(charityId), this.clock.instant()));
		if (outcome instanceof Changed && answer.status().isOpen()) {
			this.standing.recheck(List.of(id));
		}
		return outcome;
	}

}
