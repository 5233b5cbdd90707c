package org.sharaka.meeting.invitation;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.command.Outcome;
import org.sharaka.chassis.command.Outcome.Changed;
import org.sharaka.chassis.command.Outcome.Refused;
import org.sharaka.chassis.command.Outcome.Unchanged;
import org.sharaka.meeting.charity.Charity;
import org.sharaka.meeting.charity.CharityStatus;
import org.sharaka.meeting.charity.LostStanding;
import org.sharaka.meeting.invitation.Invitation.Status;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.testing.Fixtures;

import static org.assertj.core.api.Assertions.assertThat;

class InvitationTest {

	private static final String CHARITY = "0193a1b2-7c00-7a10-8c01-5d2f6a9b0e11";

	private static final Charity REGISTERED = Fixtures.registered(CHARITY);

	private static final LostStanding LOSS = new LostStanding(CHARITY, CharityStatus.SUSPENDED, 3);

	private final Meeting meeting = Fixtures.meeting();

	private final Meeting moved = Fixtures.moved(this.meeting);

	private final Invitation issued = Invitation.issue(this.meeting, REGISTERED).state();

	@Test
	void keepsTheAnswerForTheRoundItWasGivenFor() {
		Invitation accepted = changed(answer(this.issued, Status.ACCEPTED, this.meeting, null));
		assertThat(accepted.inRound(1).status()).isEqualTo(Status.ACCEPTED);
		assertThat(accepted.inRound(1).delegates()).containsExactly("نورة");
		Invitation inRoundTwo = accepted.inRound(2);
		assertThat(inRoundTwo.status()).isEqualTo(Status.PENDING);
		assertThat(inRoundTwo.delegates()).isEmpty();
		assertThat(inRoundTwo.answeredAt()).isNull();
	}

	@Test
	void storesAnAnswerThatLosesTheRaceAgainstARescheduleForTheOlderRound() {
		Invitation answered = changed(answer(this.issued, Status.ACCEPTED, this.meeting, null));
		assertThat(answered.round()).isOne();
		assertThat(answered.inRound(this.moved.round()).status()).isEqualTo(Status.PENDING);
	}

	@Test
	void refusesAnAnswerToAnOlderOrAFutureRound() {
		Refused<Invitation, InvitationEvent> refused = (Refused<Invitation, InvitationEvent>) answer(this.issued,
				Status.ACCEPTED, this.moved, 1);
		assertThat(refused.refusal().code()).isEqualTo("meeting-moved");
		assertThat(refused.refusal().arguments()).containsExactly(this.meeting.time(), this.moved.time());
		assertThat(refusal(answer(this.issued, Status.ACCEPTED, this.meeting, 2))).isEqualTo("no-such-round");
		assertThat(answer(this.issued, Status.ACCEPTED, this.moved, 2)).isInstanceOf(Changed.class);
	}

	@Test
	void takesTheSameAnswerAgainInANewRound() {
		Invitation accepted = changed(answer(this.issued, Status.ACCEPTED, this.meeting, null));
		assertThat(answer(accepted, Status.ACCEPTED, this.meeting, null)).isInstanceOf(Unchanged.class);
		assertThat(answer(accepted, Status.ACCEPTED, this.moved, null)).isInstanceOf(Changed.class);
	}

	@Test
	void refusesAnswersOnceTheMeetingHasStartedAndOfCharitiesThatAreNotRegistered() {
		Answer answer = new Answer(Status.ACCEPTED, List.of(), null);
		assertThat(refusal(this.issued.answer(answer, this.meeting, REGISTERED, Fixtures.START)))
			.isEqualTo("meeting-started");
		assertThat(refusal(this.issued.answer(answer, this.meeting, Fixtures.suspended(CHARITY), Fixtures.NOW)))
			.isEqualTo("charity-not-registered");
		assertThat(this.issued.answer(answer, this.meeting, null, Fixtures.NOW)).isInstanceOf(Changed.class);
	}

	@Test
	void isWithdrawnWhenItIsOpenInTheCurrentRound() {
		Invitation declined = changed(answer(this.issued, Status.DECLINED, this.meeting, null));
		assertThat(this.issued.withdraw(LOSS, this.meeting, Fixtures.NOW)).isInstanceOf(Changed.class);
		assertThat(declined.withdraw(LOSS, this.meeting, Fixtures.NOW)).isInstanceOf(Unchanged.class);
		assertThat(declined.withdraw(LOSS, this.moved, Fixtures.NOW)).isInstanceOf(Changed.class);
		assertThat(this.issued.withdraw(LOSS, this.meeting, Fixtures.START)).isInstanceOf(Unchanged.class);
	}

	@Test
	void isNotWithdrawnForALossBeforeTheVersionThatItRestsOn() {
		assertThat(
				this.issued.withdraw(new LostStanding(CHARITY, CharityStatus.REMOVED, 2), this.meeting, Fixtures.NOW))
			.isInstanceOf(Unchanged.class);
	}

	@Test
	void isIssuedAgainOnlyIfItWasWithdrawnBeforeTheRequest() {
		Invitation withdrawn = changed(this.issued.withdraw(LOSS, this.meeting, Fixtures.NOW));
		assertThat(refusal(answer(withdrawn, Status.ACCEPTED, this.meeting, null))).isEqualTo("invitation-withdrawn");
		Charity reinstated = Fixtures.charity(CHARITY, CharityStatus.REGISTERED, 4);
		assertThat(withdrawn.issueAgain(this.meeting, reinstated, Fixtures.NOW)).isInstanceOf(Unchanged.class);
		Invitation again = changed(withdrawn.issueAgain(this.meeting, reinstated, Fixtures.NOW.plusMillis(1)));
		assertThat(again.status()).isEqualTo(Status.PENDING);
		assertThat(again.withdraw(LOSS, this.meeting, Fixtures.NOW)).as("the old loss is delivered again")
			.isInstanceOf(Unchanged.class);
	}

	@Test
	void revisionRisesWithEachChangeAndEachRound() {
		assertThat(Invitation.revision(1, 1)).isOne();
		assertThat(Invitation.revision(2, 1)).isEqualTo(2);
		assertThat(Invitation.revision(2, 2)).isEqualTo(3);
	}

	private static Outcome<Invitation, InvitationEvent> answer(Invitation invitation, Status status, Meeting meeting,
			@Nullable Integer round) {
		List<String> delegates = (status == Status.DECLINED) ? List.of() : List.of("نورة");
		return invitation.answer(new Answer(status, delegates, round), meeting, REGISTERED, Fixtures.NOW);
	}

	private static Invitation changed(Outcome<Invitation, InvitationEvent> outcome) {
		return ((Changed<Invitation, InvitationEvent>) outcome).state();
	}

	private static String refusal(Outcome<Invitation, InvitationEvent> outcome) {
		return ((Refused<Invitation, InvitationEvent>) outcome).refusal().code();
	}

}
