package org.sharaka.meeting.meeting;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.command.VersionConflictException;
import org.sharaka.meeting.meeting.MeetingCommand.Answer;
import org.sharaka.meeting.meeting.MeetingCommand.Cancel;
import org.sharaka.meeting.testing.Fixtures;
import org.sharaka.meeting.testing.InMemoryMeetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sharaka.meeting.testing.Fixtures.MEETING;
import static org.sharaka.meeting.testing.Fixtures.NOW;

class MeetingChangesTest {

	private final InMemoryMeetings meetings = new InMemoryMeetings();

	private final MeetingChanges changes = new MeetingChanges(this.meetings);

	@BeforeEach
	void schedule() {
		this.meetings.add(Fixtures.scheduled("a", "b"));
	}

	@Test
	void decideAgainOnWhatAnotherProcessWrote() {
		AtomicInteger decisions = new AtomicInteger();
		Meeting changed = this.changes.change(MEETING, null, (any) -> {
		}, (meeting) -> {
			if (decisions.incrementAndGet() == 1) {
				answerElsewhere("b", InvitationStatus.ACCEPTED);
			}
			return meeting.obey(new Cancel(null), NOW);
		});
		assertThat(decisions).hasValue(2);
		assertThat(changed.invitations().of("b").orElseThrow().status()).isEqualTo(InvitationStatus.ACCEPTED);
		assertThat(changed.version()).isEqualTo(5);
	}

	@Test
	void giveUpWhenOthersAlwaysWin() {
		AtomicInteger decisions = new AtomicInteger();
		assertThatExceptionOfType(VersionConflictException.class)
			.isThrownBy(() -> this.changes.change(MEETING, null, (any) -> {
			}, (meeting) -> {
				answerElsewhere("b", InvitationStatus.ANSWERS.get(decisions.incrementAndGet() % 3));
				return meeting.obey(new Cancel(null), NOW);
			}));
		assertThat(decisions).hasValue(20);
	}

	@Test
	void askForThePreconditionEachTime() {
		AtomicInteger decisions = new AtomicInteger();
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.changes.change(MEETING, null, (meeting) -> {
				if (meeting.version() != 3) {
					throw new IllegalStateException("not as the caller knows it");
				}
			}, (meeting) -> {
				decisions.incrementAndGet();
				answerElsewhere("b", InvitationStatus.DECLINED);
				return meeting.obey(new Cancel(null), NOW);
			}));
		assertThat(decisions).hasValue(1);
	}

	@Test
	void obeyTheSameCommandOnceThoughItsPreconditionNoLongerHolds() {
		for (int time = 0; time < 2; time++) {
			Meeting cancelled = this.changes.change(MEETING, "command", (meeting) -> {
				if (meeting.version() != 3) {
					throw new IllegalStateException("not as the caller knows it");
				}
			}, (meeting) -> meeting.obey(new Cancel(null), NOW));
			assertThat(cancelled.version()).isEqualTo(4);
		}
	}

	@Test
	void tellWhyNot() {
		this.changes.change(MEETING, null, (any) -> {
		}, (meeting) -> meeting.obey(new Cancel(null), NOW));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.changes.change(MEETING, null, (any) -> {
		}, (meeting) -> meeting.obey(new Cancel(null), NOW)))
			.satisfies((ex) -> assertThat(ex.policy()).isEqualTo(MeetingPolicy.ONLY_A_SCHEDULED_MEETING_CHANGES));
		assertThatExceptionOfType(NoSuchMeetingException.class)
			.isThrownBy(() -> this.changes.change("none", null, (any) -> {
			}, (meeting) -> meeting.obey(new Cancel(null), NOW)));
	}

	private void answerElsewhere(String charityId, InvitationStatus status) {
		Meeting now = this.meetings.find(MEETING).orElseThrow();
		Outcome outcome = now.obey(new Answer(charityId, null, status, List.of()), NOW);
		this.meetings.save((Outcome.Change) outcome, null);
	}

}
