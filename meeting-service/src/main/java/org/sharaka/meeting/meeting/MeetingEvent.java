package org.sharaka.meeting.meeting;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;

/**
 * What can happen to a meeting. Each is published with the meeting's state after the
 * change that it is part of.
 */
public sealed interface MeetingEvent {

	/**
	 * @param invited the charities, each once
	 */
	record Scheduled(List<String> invited) implements MeetingEvent {
	}

	/**
	 * @param invited the charities whose invitations are not withdrawn; all are asked
	 * again
	 */
	record Rescheduled(MeetingTime previous, BilingualText reason, List<String> invited) implements MeetingEvent {
	}

	/**
	 * @param invited the charities whose invitations are not withdrawn
	 */
	record Cancelled(@Nullable BilingualText reason, List<String> invited) implements MeetingEvent {
	}

	/** A charity is invited and is asked for an answer. */
	record InvitationIssued(String charityId) implements MeetingEvent {
	}

	/**
	 * @param delegates how many it sends
	 */
	record InvitationAnswered(String charityId, InvitationStatus status, int delegates) implements MeetingEvent {
	}

	/** A charity's invitation no longer holds. */
	record InvitationWithdrawn(String charityId, WithdrawalReason reason) implements MeetingEvent {
	}

}
