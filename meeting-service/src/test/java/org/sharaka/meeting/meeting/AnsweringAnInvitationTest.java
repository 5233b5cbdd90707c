package org.sharaka.meeting.meeting;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sharaka.meeting.charity.Charity;
import org.sharaka.meeting.charity.CharityStatus;
import org.sharaka.meeting.meeting.MeetingCommand.Answer;
import org.sharaka.meeting.meeting.MeetingEvent.InvitationAnswered;
import org.sharaka.meeting.meeting.Outcome.Change;
import org.sharaka.meeting.meeting.Outcome.Refusal;
import org.sharaka.meeting.testing.Fixtures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.sharaka.meeting.meeting.InvitationStatus.ACCEPTED;
import static org.sharaka.meeting.meeting.InvitationStatus.DECLINED;

class AnsweringAnInvitationTest {

	private final Meeting meeting = Fixtures.meeting("a", "b");

	@Test
	void keepsTheNamesAndPublishesTheirNumber() {
		Change change = (Change) this.meeting.obey(accepted("a", Fixtures.registered("a"), "نورة", "سعد"),
				Fixtures.NOW);
		assertThat(change.events()).containsExactly(new InvitationAnswered("a", ACCEPTED, 2));
		assertThat(change.after().version()).isEqualTo(this.meeting.version() + 1);
		assertThat(change.after().invitations().of("a"))
			.contains(new Invitation("a", 2, ACCEPTED, List.of("نورة", "سعد"), Fixtures.NOW, null));
		assertThat(change.after().invitations().of("b")).contains(Invitation.pending("b", 2));
	}

	@Test
	void changesNothingWhenTheAnswerIsTheSame() {
		Meeting answered = ((Change) this.meeting.obey(accepted("a", null, "نورة"), Fixtures.NOW)).after();
		assertThat(((Change) answered.obey(accepted("a", null, "نورة"), Fixtures.NOW.plusSeconds(9))).isNone())
			.isTrue();
		assertThat(((Change) answered.obey(accepted("a", null, "سعد"), Fixtures.NOW)).isNone()).isFalse();
	}

	@Test
	void canBeChangedUntilTheMeetingStarts() {
		Meeting answered = ((Change) this.meeting.obey(accepted("a", null), Fixtures.NOW)).after();
		Answer decline = new Answer("a", null, DECLINED, List.of());
		Instant last = Fixtures.TOO_LATE.minusMillis(1);
		assertThat(((Change) answered.obey(decline, last)).events())
			.containsExactly(new InvitationAnswered("a", DECLINED, 0));
		assertRefused(answered, decline, Fixtures.TOO_LATE, MeetingPolicy.ONLY_A_MEETING_AHEAD_CHANGES);
	}

	@Test
	void isForTheInvitedOnly() {
		assertRefused(this.meeting, accepted("c", Fixtures.registered("c")), Fixtures.NOW,
				MeetingPolicy.ONLY_THE_INVITED_ANSWER);
	}

	@Test
	void isOverWhenTheMeetingIsCancelled() {
		Meeting cancelled = ((Change) this.meeting.obey(new MeetingCommand.Cancel(null), Fixtures.NOW)).after();
		assertRefused(cancelled, accepted("a", null), Fixtures.NOW, MeetingPolicy.ONLY_A_SCHEDULED_MEETING_CHANGES);
	}

	@Test
	void isOverWhenTheInvitationIsWithdrawn() {
		Meeting withdrawn = this.meeting
			.withdraw(List.of(Fixtures.suspended("a").lostStanding().orElseThrow()), Fixtures.NOW)
			.after();
		assertRefused(withdrawn, accepted("a", Fixtures.registered("a")), Fixtures.NOW,
				MeetingPolicy.A_WITHDRAWN_INVITATION_HAS_NO_ANSWER);
	}

	@Test
	void isForRegisteredCharitiesOnly() {
		assertRefused(this.meeting, accepted("a", Fixtures.suspended("a")), Fixtures.NOW,
				MeetingPolicy.ONLY_A_REGISTERED_CHARITY_ANSWERS);
	}

	@Test
	void restsOnTheCharitysPresentVersion() {
		Charity reinstated = Fixtures.charity("a", CharityStatus.REGISTERED, 7);
		Meeting answered = ((Change) this.meeting.obey(accepted("a", reinstated), Fixtures.NOW)).after();
		assertThat(answered.invitations().of("a").orElseThrow().charityVersion()).isEqualTo(7);
	}

	@Test
	void isNeverPendingOrWithdrawn() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Answer("a", null, InvitationStatus.PENDING, List.of()));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Answer("a", null, InvitationStatus.WITHDRAWN, List.of()));
	}

	private static Answer accepted(String charityId, @Nullable Charity charity, String... delegates) {
		return new Answer(charityId, charity, ACCEPTED, List.of(delegates));
	}

	private static void assertRefused(Meeting meeting, MeetingCommand command, Instant now, MeetingPolicy policy) {
		assertThat(meeting.obey(command, now)).isEqualTo(new Refusal(policy, ((Answer) command).charityId()));
	}

}
