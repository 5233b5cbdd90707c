package org.sharaka.meeting.meeting;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import org.sharaka.meeting.meeting.MeetingCommand.Answer;

/** The rules for changing a meeting, in the order in which they are looked at. */
public enum MeetingPolicy {

	/** Who was not invited has nothing to answer. */
	ONLY_THE_INVITED_ANSWER("not-invited") {
		@Override
		boolean allows(Meeting meeting, MeetingCommand command, Instant now) {
			return !(command instanceof Answer answer) || meeting.invitations().of(answer.charityId()).isPresent();
		}
	},

	/** What was cancelled stays as it was; another meeting can be scheduled. */
	ONLY_A_SCHEDULED_MEETING_CHANGES("meeting-cancelled") {
		@Override
		boolean allows(Meeting meeting, MeetingCommand command, Instant now) {
			return meeting.snapshot().status() == MeetingStatus.SCHEDULED;
		}
	},

	/** A meeting that has begun is neither moved nor cancelled, nor answered. */
	ONLY_A_MEETING_AHEAD_CHANGES("meeting-started") {
		@Override
		boolean allows(Meeting meeting, MeetingCommand command, Instant now) {
			return meeting.liesAhead(now);
		}
	},

	/** A charity whose invitation was withdrawn is invited anew or not at all. */
	A_WITHDRAWN_INVITATION_HAS_NO_ANSWER("invitation-withdrawn") {
		@Override
		boolean allows(Meeting meeting, MeetingCommand command, Instant now) {
			return !(command instanceof Answer answer)
					|| meeting.invitations().of(answer.charityId()).filter(Invitation::isWithdrawn).isEmpty();
		}
	},

	/**
	 * Its invitations are about to be withdrawn. A charity that this service knows
	 * nothing of (while the view is being rebuilt) is given the benefit of the doubt.
	 */
	ONLY_A_REGISTERED_CHARITY_ANSWERS("charity-not-registered") {
		@Override
		boolean allows(Meeting meeting, MeetingCommand command, Instant now) {
			return !(command instanceof Answer answer) || answer.charity() == null || answer.charity().isRegistered();
		}
	};

	private final String problem;

	MeetingPolicy(String problem) {
		this.problem = problem;
	}

	/** What a refusal by this policy is called towards callers. */
	public String problem() {
		return this.problem;
	}

	abstract boolean allows(Meeting meeting, MeetingCommand command, Instant now);

	/** The first rule that forbids the command. */
	static Optional<MeetingPolicy> against(Meeting meeting, MeetingCommand command, Instant now) {
		return Arrays.stream(values()).filter((policy) -> !policy.allows(meeting, command, now)).findFirst();
	}

}
