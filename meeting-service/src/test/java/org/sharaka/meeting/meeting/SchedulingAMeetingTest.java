package org.sharaka.meeting.meeting;

import org.junit.jupiter.api.Test;
import org.sharaka.meeting.meeting.Outcome.Change;
import org.sharaka.meeting.testing.Fixtures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

class SchedulingAMeetingTest {

	private final Change change = Fixtures.scheduled("b", "a");

	@Test
	void tellsOfTheMeetingFirstAndThenOfEachInvitationInOrder() {
		assertThat(this.change.events()).containsExactly(new MeetingEvent.Scheduled(List.of("a", "b")),
				new MeetingEvent.InvitationIssued("a"), new MeetingEvent.InvitationIssued("b"));
	}

	@Test
	void givesTheMeetingAVersionPerEvent() {
		assertThat(this.change.after().version()).isEqualTo(3);
		assertThat(this.change.after().snapshot().calendarSequence()).isZero();
	}

	@Test
	void asksEachCharityOnTheVersionThatItWasFoundIn() {
		assertThat(this.change.after().invitations().all()).containsExactly(Invitation.pending("a", 2),
				Invitation.pending("b", 2));
		assertThat(this.change.after().invitations().tally()).containsEntry(InvitationStatus.PENDING, 2)
			.containsEntry(InvitationStatus.WITHDRAWN, 0);
	}

}
