package org.sharaka.meeting.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.sharaka.meeting.charity.LostStanding;
import org.sharaka.meeting.testing.Fixtures;
import org.sharaka.meeting.testing.InMemoryCharities;
import org.sharaka.meeting.testing.InMemoryMeetings;

import static org.assertj.core.api.Assertions.assertThat;

class StandingAuditTest {

	private final InMemoryCharities charities = new InMemoryCharities();

	private final InMemoryMeetings meetings = new InMemoryMeetings();

	@Test
	void withdrawsWhatAProcessLeftOpenThatDiedBeforeItLooked() {
		this.charities.learn(List.of(Fixtures.suspended("a"), Fixtures.registered("b")));
		this.meetings.add(Fixtures.scheduled("a", "b"));
		StandingCheck check = new StandingCheck(this.charities, this.meetings, new MeetingChanges(this.meetings),
				Fixtures.CLOCK);
		new StandingAudit(this.charities, check).run();
		Meeting meeting = this.meetings.find(Fixtures.MEETING).orElseThrow();
		assertThat(meeting.invitations().charities(Invitation::isWithdrawn)).containsExactly("a");
	}

	@Test
	void goesThroughAllOfThem() {
		IntStream.range(0, 1_001)
			.forEach((number) -> this.charities.learn(List.of(Fixtures.suspended("charity-" + number))));
		List<LostStanding> seen = new ArrayList<>();
		new StandingAudit(this.charities, seen::addAll).run();
		assertThat(seen).extracting(LostStanding::charityId).doesNotHaveDuplicates().hasSize(1_001);
	}

}
