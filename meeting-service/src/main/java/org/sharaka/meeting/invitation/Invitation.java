package org.sharaka.meeting.invitation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.command.Aggregate;
import org.sharaka.chassis.command.Outcome;
import org.sharaka.chassis.command.Outcome.Changed;
import org.sharaka.chassis.command.Outcome.Refused;
import org.sharaka.chassis.command.Outcome.Unchanged;
import org.sharaka.chassis.command.Refusal;
import org.sharaka.meeting.charity.Charity;
import org.sharaka.meeting.charity.LostStanding;
import org.sharaka.meeting.invitation.AnswerPolicy.Situation;
import org.sharaka.meeting.meeting.Meeting;

/**
 * A charity's invitation to a meeting.
 *
 * @param id {@code <meetingId>/<charityId>}
 * @param round of the meeting, for which the invitation was issued or last answered
 * @param delegates names of those who are to come; personal, never published
 * @param answeredAt when the last answer was given; null if there was none
 * @param withdrawal why it does not hold; null while it does
 * @param charityVersion the version of the charity that the invitation rests on
 */
public record Invitation(String id, long version, String meetingId, String charityId, Status status, int round,
		List<String> delegates, @Nullable Instant answeredAt, @Nullable Withdrawal withdrawal,
		long charityVersion) implements Aggregate {

	/** The state of an invitation. */
	public enum Status {

		PENDING, ACCEPTED, DECLINED, TENTATIVE, WITHDRAWN;

		/** What a charity can answer. */
		public static final List<Status> ANSWERS = List.of(ACCEPTED, DECLINED, TENTATIVE);

		/** Whether the charity may still come. */
		public boolean isOpen() {
			return this == PENDING || this == ACCEPTED || this == TENTATIVE;
		}

	}

	/** Why and when an invitation was withdrawn. */
	public record Withdrawal(WithdrawalReason reason, Instant at) {
	}

	public Invitation {
		delegates = List.copyOf(delegates);
	}

	public static String id(String meetingId, String charityId) {
		return meetingId + "/" + charityId;
	}

	/** Invites a charity for the first time. */
	public static Changed<Invitation, InvitationEvent> issue(Meeting meeting, Charity charity) {
		return new Changed<>(
				new Invitation(id(meeting.id(), charity.id()), 1, meeting.id(), charity.id(), Status.PENDING,
						meeting.round(), List.of(), null, null, charity.sequence()),
				List.of(new InvitationEvent.Issued(meeting)));
	}

	/**
	 * Invites the charity again if its invitation was withdrawn before somebody asked for
	 * that.
	 */
	public Outcome<Invitation, InvitationEvent> issueAgain(Meeting meeting, Charity charity, Instant requestedAt) {
		if (this.withdrawal == null || !this.withdrawal.at().isBefore(requestedAt)) {
			return new Unchanged<>(this);
		}
		return new Changed<>(
				new Invitation(this.id, this.version + 1, this.meetingId, this.charityId, Status.PENDING,
						meeting.round(), List.of(), null, null, Math.max(charity.sequence(), this.charityVersion)),
				List.of(new InvitationEvent.Issued(meeting)));
	}

	public boolean isWithdrawn() {
		return this.status == Status.WITHDRAWN;
	}

	/**
	 * The invitation as it reads in a round of its meeting: an answer that was given for
	 * an older round does not count.
	 */
	public Invitation inRound(int current) {
		if (isWithdrawn() || this.round >= current) {
			return this;
		}
		return new Invitation(this.id, this.version, this.meetingId, this.charityId, Status.PENDING, current, List.of(),
				null, null, this.charityVersion);
	}

	/**
	 * What the ETag names: it rises with each change of the invitation and with each
	 * round of the meeting, which both change what a reader sees.
	 */
	public static long revision(long version, int currentRound) {
		return version + currentRound - 1;
	}

	/**
	 * Takes the charity's answer.
	 * @param charity null if this service does not know it
	 */
	public Outcome<Invitation, InvitationEvent> answer(Answer answer, Meeting meeting, @Nullable Charity charity,
			Instant now) {
		Optional<Refusal> refusal = AnswerPolicy.firstRefusal(new Situation(this, answer, meeting, charity, now));
		if (refusal.isPresent()) {
			return new Refused<>(refusal.get());
		}
		Invitation current = inRound(meeting.round());
		if (current.status == answer.status() && current.delegates.equals(answer.delegates())) {
			return new Unchanged<>(this);
		}
		long newCharityVersion = (charity != null) ? Math.max(charity.sequence(), this.charityVersion)
				: this.charityVersion;
		return new Changed<>(
				new Invitation(this.id, this.version + 1, this.meetingId, this.charityId, answer.status(),
						meeting.round(), answer.delegates(), now, null, newCharityVersion),
				List.of(new InvitationEvent.Answered(meeting)));
	}

	/**
	 * Withdraws the invitation if it is open, the meeting is still to take place, and the
	 * charity lost its standing after the version that the invitation rests on.
	 */
	public Outcome<Invitation, InvitationEvent> withdraw(LostStanding loss, Meeting meeting, Instant now) {
		if (!inRound(meeting.round()).status.isOpen() || this.charityVersion >= loss.sequence()
				|| meeting.refusesChanges(now).isPresent()) {
			return new Unchanged<>(this);
		}
		WithdrawalReason reason = WithdrawalReason.of(loss.status());
		return new Changed<>(
				new Invitation(this.id, this.version + 1, this.meetingId, this.charityId, Status.WITHDRAWN,
						meeting.round(), List.of(), this.answeredAt, new Withdrawal(reason, now), this.charityVersion),
				List.of(new InvitationEvent.Withdrawn(meeting, reason)));
	}

}
