package org.sharaka.meeting.meeting;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.sharaka.meeting.charity.CharityStatus;
import org.sharaka.meeting.charity.LostStanding;
import org.sharaka.meeting.meeting.MeetingCommand.Answer;
import org.sharaka.meeting.meeting.MeetingCommand.Cancel;
import org.sharaka.meeting.meeting.MeetingEvent.InvitationWithdrawn;
import org.sharaka.meeting.meeting.Outcome.Change;
import org.sharaka.meeting.testing.Fixtures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharaka.meeting.testing.Fixtures.NOW;

class LosingStandingTest {

	private static final List<LostStanding> LOST = List.of(new LostStanding("a", CharityStatus.SUSPENDED, 3));

	private final Meeting meeting = Fixtures.meeting("a", "b");

	@ParameterizedTest
	@CsvSource({ "SUSPENDED, CHARITY_SUSPENDED", "DISSOLVED, CHARITY_DISSOLVED", "REMOVED, CHARITY_REMOVED",
			"MERGED, CHARITY_REMOVED" })
	void withdrawsTheInvitation(CharityStatus status, WithdrawalReason reason) {
		Change change = this.meeting.withdraw(List.of(new LostStanding("a", status, 3)), NOW);
		assertThat(change.events()).containsExactly(new InvitationWithdrawn("a", reason));
		assertThat(change.after().invitations().of("a").orElseThrow().withdrawal()).isEqualTo(reason);
		assertThat(change.after().invitations().of("b")).contains(Invitation.pending("b", 2));
		assertThat(change.after().snapshot().calendarSequence()).isZero();
	}

	@ParameterizedTest
	@EnumSource(names = { "ACCEPTED", "TENTATIVE" })
	void withdrawsItThoughTheCharityHadAnswered(InvitationStatus answer) {
		Change change = answered(answer).withdraw(LOST, NOW);
		assertThat(change.events()).hasSize(1);
		assertThat(change.after().invitations().of("a").orElseThrow().delegates()).isEmpty();
	}

	@Test
	void leavesADeclinedInvitation() {
		assertThat(answered(InvitationStatus.DECLINED).withdraw(LOST, NOW).isNone()).isTrue();
	}

	@Test
	void withdrawsOnce() {
		Meeting withdrawn = this.meeting.withdraw(LOST, NOW).after();
		assertThat(withdrawn.withdraw(LOST, NOW).isNone()).isTrue();
	}

	@Test
	void withdrawsSeveralInOneChange() {
		Change change = this.meeting.withdraw(List.of(LOST.getFirst(), new LostStanding("b", CharityStatus.REMOVED, 9)),
				NOW);
		assertThat(change.events()).hasSize(2);
		assertThat(change.after().version()).isEqualTo(this.meeting.version() + 2);
	}

	@Test
	void doesNotTouchWhatRestsOnALaterVersionOfTheCharity() {
		assertThat(this.meeting.withdraw(List.of(new LostStanding("a", CharityStatus.SUSPENDED, 2)), NOW).isNone())
			.isTrue();
	}

	@Test
	void doesNotTouchMeetingsThatHaveBegunOrAreCancelled() {
		assertThat(this.meeting.withdraw(LOST, Fixtures.TOO_LATE).isNone()).isTrue();
		Meeting cancelled = ((Change) this.meeting.obey(new Cancel(null), NOW)).after();
		assertThat(cancelled.withdraw(LOST, NOW).isNone()).isTrue();
	}

	@ParameterizedTest
	@EnumSource(names = { "SUSPENDED", "DISSOLVED", "REMOVED", "MERGED" }, mode = Mode.EXCLUDE)
	void isNotWhatOtherStatusesMean(CharityStatus status) {
		assertThat(Fixtures.charity("a", status, 3).lostStanding()).isEmpty();
	}

	private Meeting answered(InvitationStatus answer) {
		return ((Change) this.meeting.obey(new Answer("a", null, answer, List.of()), NOW)).after();
	}

}
