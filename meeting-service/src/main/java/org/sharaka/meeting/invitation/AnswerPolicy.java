package org.sharaka.meeting.invitation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.command.Refusal;
import org.sharaka.meeting.charity.Charity;
import org.sharaka.meeting.invitation.InvitationRefusal.CharityNotRegistered;
import org.sharaka.meeting.invitation.InvitationRefusal.InvitationWithdrawn;
import org.sharaka.meeting.invitation.InvitationRefusal.MeetingMoved;
import org.sharaka.meeting.invitation.InvitationRefusal.NoSuchRound;
import org.sharaka.meeting.meeting.Meeting;

/** A rule for answers to invitations. */
@FunctionalInterface
interface AnswerPolicy {

	/** Why the rule forbids the answer; empty if it allows it. */
	Optional<? extends Refusal> check(Situation situation);

	/**
	 * What the rules look at.
	 *
	 * @param charity null if this service does not know it
	 */
	record Situation(Invitation invitation, Answer answer, Meeting meeting, @Nullable Charity charity, Instant now) {
	}

	/** The rules, in the order in which they are checked. */
	List<AnswerPolicy> ALL = List.of(AnswerPolicy::meetingIsOpen, AnswerPolicy::invitationHolds,
			AnswerPolicy::roundIsCurrent, AnswerPolicy::charityIsRegistered);

	/** The first refusal. */
	static Optional<Refusal> firstRefusal(Situation situation) {
		return ALL.stream().<Refusal>flatMap((policy) -> policy.check(situation).stream()).findFirst();
	}

	private static Optional<? extends Refusal> meetingIsOpen(Situation situation) {
		return situation.meeting().refusesChanges(situation.now());
	}

	private static Optional<? extends Refusal> invitationHolds(Situation situation) {
		return situation.invitation().isWithdrawn() ? Optional.of(new InvitationWithdrawn()) : Optional.empty();
	}

	/** An answer is for a time. */
	private static Optional<? extends Refusal> roundIsCurrent(Situation situation) {
		Integer round = situation.answer().round();
		Meeting meeting = situation.meeting();
		if (round == null || round == meeting.round()) {
			return Optional.empty();
		}
		return (round < meeting.round()) ? Optional.of(new MeetingMoved(meeting.timeOf(round), meeting.time()))
				: Optional.of(new NoSuchRound(round));
	}

	/**
	 * The invitation of another charity is about to be withdrawn. A charity that this
	 * service does not know, because the view is being rebuilt, may answer.
	 */
	private static Optional<? extends Refusal> charityIsRegistered(Situation situation) {
		Charity charity = situation.charity();
		return (charity == null || charity.isRegistered()) ? Optional.empty() : Optional.of(new CharityNotRegistered());
	}

}
