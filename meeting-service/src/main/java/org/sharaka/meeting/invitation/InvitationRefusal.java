package org.sharaka.meeting.invitation;

import java.util.List;

import org.sharaka.chassis.command.Refusal;
import org.sharaka.meeting.meeting.MeetingTime;

/** Why a policy forbids an answer. */
public sealed interface InvitationRefusal extends Refusal {

	@Override
	default List<Object> arguments() {
		return List.of();
	}

	/** A charity whose invitation was withdrawn must be invited again first. */
	record InvitationWithdrawn() implements InvitationRefusal {

		@Override
		public String code() {
			return "invitation-withdrawn";
		}

	}

	record CharityNotRegistered() implements InvitationRefusal {

		@Override
		public String code() {
			return "charity-not-registered";
		}

	}

	/**
	 * The answer is for a time that the meeting no longer has.
	 *
	 * @param answered the time that was answered
	 * @param current the meeting's time
	 */
	record MeetingMoved(MeetingTime answered, MeetingTime current) implements InvitationRefusal {

		@Override
		public String code() {
			return "meeting-moved";
		}

		@Override
		public List<Object> arguments() {
			return List.of(this.answered, this.current);
		}

	}

	/** The answer names a round that has not begun. */
	record NoSuchRound(int round) implements InvitationRefusal {

		@Override
		public String code() {
			return "no-such-round";
		}

		@Override
		public List<Object> arguments() {
			return List.of(this.round);
		}

	}

}
