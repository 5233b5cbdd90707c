package org.sharaka.meeting.meeting;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.sharaka.meeting.charity.LostStanding;

/**
 * One charity's invitation.
 *
 * @param charityVersion the charity's version that the invitation rests on
 * @param delegates names of those who are to come; personal, never published
 * @param answeredAt when the present answer was given; null while there is none
 * @param withdrawal why it no longer holds; null while it does
 */
public record Invitation(String charityId, long charityVersion, InvitationStatus status, List<String> delegates,
		@Nullable Instant answeredAt, @Nullable WithdrawalReason withdrawal) {

	public Invitation {
		delegates = List.copyOf(delegates);
	}

	static Invitation pending(String charityId, long charityVersion) {
		return new Invitation(charityId, charityVersion, InvitationStatus.PENDING, List.of(), null, null);
	}

	public boolean isWithdrawn() {
		return this.status == InvitationStatus.WITHDRAWN;
	}

	/** Whether the loss of standing came after what the invitation rests on. */
	boolean isHitBy(LostStanding loss) {
		return this.charityVersion < loss.sequence();
	}

	Invitation withdrawn(WithdrawalReason reason) {
		return new Invitation(this.charityId, this.charityVersion, InvitationStatus.WITHDRAWN, List.of(),
				this.answeredAt, reason);
	}

	Invitation answered(MeetingCommand.Answer answer, Instant now) {
		long version = (answer.charity() != null) ? Math.max(answer.charity().sequence(), this.charityVersion)
				: this.charityVersion;
		return new Invitation(this.charityId, version, answer.status(), answer.delegates(), now, null);
	}

	boolean says(MeetingCommand.Answer answer) {
		return this.status == answer.status() && this.delegates.equals(answer.delegates());
	}

}
