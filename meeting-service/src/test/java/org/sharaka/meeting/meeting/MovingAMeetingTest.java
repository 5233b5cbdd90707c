package org.sharaka.meeting.meeting;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sharaka.meeting.charity.Charity;
import org.sharaka.meeting.charity.CharityStatus;
import org.sharaka.meeting.meeting.MeetingCommand.Answer;
import org.sharaka.meeting.meeting.MeetingCommand.Cancel;
import org.sharaka.meeting.meeting.MeetingCommand.Reschedule;
import org.sharaka.meeting.meeting.MeetingEvent.InvitationWithdrawn;
import org.sharaka.meeting.meeting.MeetingEvent.Rescheduled;
import org.sharaka.meeting.meeting.Outcome.Change;
import org.sharaka.meeting.meeting.Outcome.Refusal;
import org.sharaka.meeting.testing.Fixtures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharaka.meeting.testing.Fixtures.NOW;
import static org.sharaka.meeting.testing.Fixtures.REASON;

class MovingAMeetingTest {

	private final Meeting meeting = decline("b", accept("a", Fixtures.meeting("a", "b", "c")));

	@Test
	void asksEverybodyAgain() {
		Change change = move(this.meeting, Map.of());
		assertThat(change.events())
			.containsExactly(new Rescheduled(Fixtures.riyadh("2026-12-01T10:00:00"), REASON, List.of("a", "b", "c")));
		assertThat(change.after().invitations().all()).containsExactly(Invitation.pending("a", 2),
				Invitation.pending("b", 2), Invitation.pending("c", 2));
		assertThat(change.after().snapshot().calendarSequence()).isOne();
		assertThat(change.after().snapshot().plan().durationMinutes()).isEqualTo(90);
		assertThat(change.after().snapshot().plan().time().instant()).isEqualTo("2026-12-01T08:00:00Z");
	}

	@Test
	void doesNotAskThoseWhoseInvitationsAreWithdrawn() {
		Meeting withdrawn = this.meeting.withdraw(List.of(Fixtures.suspended("c").lostStanding().orElseThrow()), NOW)
			.after();
		Change change = move(withdrawn, Map.of("c", Fixtures.charity("c", CharityStatus.REGISTERED, 4)));
		assertThat(change.events()).singleElement()
			.extracting((event) -> ((Rescheduled) event).invited())
			.isEqualTo(List.of("a", "b"));
		assertThat(change.after().invitations().of("c").orElseThrow().isWithdrawn()).isTrue();
	}

	@Test
	void doesNotAskACharityThatHadDeclinedAndLostItsStandingSince() {
		Change change = move(this.meeting, Map.of("b", Fixtures.suspended("b")));
		assertThat(change.events()).containsExactly(
				new Rescheduled(Fixtures.riyadh("2026-12-01T10:00:00"), REASON, List.of("a", "c")),
				new InvitationWithdrawn("b", WithdrawalReason.CHARITY_SUSPENDED));
		assertThat(change.after().version()).isEqualTo(this.meeting.version() + 2);
	}

	@Test
	void asksOnTheCharitiesPresentVersions() {
		Change change = move(this.meeting, Map.of("b", Fixtures.charity("b", CharityStatus.REGISTERED, 5)));
		assertThat(change.after().invitations().of("b")).contains(Invitation.pending("b", 5));
	}

	@Test
	void changesNothingWhenNothingIsMoved() {
		Reschedule same = new Reschedule(Fixtures.riyadh("2026-12-01T10:00:00"), 90, REASON, Map.of());
		assertThat(((Change) this.meeting.obey(same, NOW)).isNone()).isTrue();
	}

	@Test
	void canBeAnotherDurationOnly() {
		Reschedule longer = new Reschedule(Fixtures.riyadh("2026-12-01T10:00:00"), 120, REASON, Map.of());
		assertThat(((Change) this.meeting.obey(longer, NOW)).after().snapshot().plan().durationMinutes())
			.isEqualTo(120);
	}

	@Test
	void isTooLateWhenItHasBegunOrIsCancelled() {
		Reschedule move = new Reschedule(Fixtures.riyadh("2026-12-09T10:00:00"), null, REASON, Map.of());
		assertThat(this.meeting.obey(move, Fixtures.TOO_LATE))
			.isEqualTo(new Refusal(MeetingPolicy.ONLY_A_MEETING_AHEAD_CHANGES, Fixtures.MEETING));
		Meeting cancelled = ((Change) this.meeting.obey(new Cancel(REASON), NOW)).after();
		assertThat(cancelled.obey(move, NOW))
			.isEqualTo(new Refusal(MeetingPolicy.ONLY_A_SCHEDULED_MEETING_CHANGES, Fixtures.MEETING));
	}

	private static Change move(Meeting meeting, Map<String, Charity> known) {
		@Nullable Integer sameDuration = null;
		return (Change) meeting
			.obey(new Reschedule(Fixtures.riyadh("2026-12-01T11:00:00"), sameDuration, REASON, known), NOW);
	}

	private static Meeting accept(String charityId, Meeting meeting) {
		return ((Change) meeting.obey(new Answer(charityId, null, InvitationStatus.ACCEPTED, List.of("نورة")), NOW))
			.after();
	}

	private static Meeting decline(String charityId, Meeting meeting) {
		return ((Change) meeting.obey(new Answer(charityId, null, InvitationStatus.DECLINED, List.of()), NOW)).after();
	}

}
