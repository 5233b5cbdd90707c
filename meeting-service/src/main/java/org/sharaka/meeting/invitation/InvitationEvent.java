package org.sharaka.meeting.invitation;

import org.sharaka.meeting.meeting.Meeting;

/**
 * What can happen to an invitation. Each event has the meeting that it was decided on.
 */
public sealed interface InvitationEvent {

	Meeting meeting();

	/** A charity is invited and asked for an answer. */
	record Issued(Meeting meeting) implements InvitationEvent {
	}

	record Answered(Meeting meeting) implements InvitationEvent {
	}

	/** The invitation no longer holds. */
	record Withdrawn(Meeting meeting, WithdrawalReason reason) implements InvitationEvent {
	}

}
