package org.sharaka.meeting.meeting.web;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sharaka.meeting.meeting.Invitation;
import org.sharaka.meeting.meeting.InvitationStatus;
import org.sharaka.meeting.meeting.WithdrawalReason;

/** An invitation as callers see it. */
@Schema(name = "Invitation")
record InvitationResponse(String meetingId, String charityId, InvitationStatus status, List<Delegate> delegates,
		@Nullable Instant answeredAt, @Schema(description = "Why it was withdrawn") @Nullable WithdrawalReason reason) {

	/** Somebody who comes. */
	@Schema(name = "Delegate")
	record Delegate(String name) {
	}

	static InvitationResponse of(String meetingId, Invitation invitation) {
		return new InvitationResponse(meetingId, invitation.charityId(), invitation.status(),
				invitation.delegates().stream().map(Delegate::new).toList(), invitation.answeredAt(),
				invitation.withdrawal());
	}

}
