package org.sharaka.meeting.invitation.web;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.sharaka.meeting.invitation.Invitation;

/**
 * An invitation as callers read it.
 *
 * @param reason why it was withdrawn
 */
record InvitationResponse(String meetingId, String charityId, Invitation.Status status, int round,
		List<Delegate> delegates, @Nullable Instant answeredAt, @Nullable String reason) {

	/** A person who is to come. */
	record Delegate(String name) {
	}

	static InvitationResponse of(Invitation invitation) {
		return new InvitationResponse(invitation.meetingId(), invitation.charityId(), invitation.status(),
				invitation.round(), invitation.delegates().stream().map(Delegate::new).toList(),
				invitation.answeredAt(),
				(invitation.withdrawal() != null) ? invitation.withdrawal().reason().code() : null);
	}

}
