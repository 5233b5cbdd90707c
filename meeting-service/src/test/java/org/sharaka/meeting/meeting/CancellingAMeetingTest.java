package org.sharaka.meeting.meeting;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.sharaka.meeting.meeting.MeetingCommand.Cancel;
import org.sharaka.meeting.meeting.MeetingEvent.Cancelled;
import org.sharaka.meeting.meeting.Outcome.Change;
import org.sharaka.meeting.meeting.Outcome.Refusal;
import org.sharaka.meeting.testing.Fixtures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharaka.meeting.testing.Fixtures.NOW;
import static org.sharaka.meeting.testing.Fixtures.REASON;

class CancellingAMeetingTest {

	private final Meeting meeting = Fixtures.meeting("a", "b")
		.withdraw(List.of(Fixtures.suspended("b").lostStanding().orElseThrow()), NOW)
		.after();

	@Test
	void tellsThoseWhoAreStillInvited() {
		Change change = (Change) this.meeting.obey(new Cancel(REASON), NOW);
		assertThat(change.events()).containsExactly(new Cancelled(REASON, List.of("a")));
		MeetingSnapshot snapshot = change.after().snapshot();
		assertThat(snapshot.status()).isEqualTo(MeetingStatus.CANCELLED);
		assertThat(snapshot.calendarSequence()).isOne();
		assertThat(snapshot.cancellationReason()).isEqualTo(REASON);
	}

	@Test
	void needsNoReason() {
		Change change = (Change) this.meeting.obey(new Cancel(null), NOW);
		assertThat(change.events()).containsExactly(new Cancelled(null, List.of("a")));
	}

	@Test
	void happensOnce() {
		Meeting cancelled = ((Change) this.meeting.obey(new Cancel(null), NOW)).after();
		assertThat(cancelled.obey(new Cancel(null), NOW))
			.isEqualTo(new Refusal(MeetingPolicy.ONLY_A_SCHEDULED_MEETING_CHANGES, Fixtures.MEETING));
	}

	@Test
	void isTooLateWhenItHasBegun() {
		assertThat(this.meeting.obey(new Cancel(null), Fixtures.TOO_LATE))
			.isEqualTo(new Refusal(MeetingPolicy.ONLY_A_MEETING_AHEAD_CHANGES, Fixtures.MEETING));
	}

}
