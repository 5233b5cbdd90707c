package org.sharaka.meeting.meeting;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.sharaka.meeting.testing.Fixtures;

import static org.assertj.core.api.Assertions.assertThat;

class MeetingTimeTest {

	private static final ZoneId LONDON = ZoneId.of("Europe/London");

	@Test
	void isThreeHoursAheadInRiyadhAllYear() {
		assertThat(Fixtures.riyadh("2026-12-01T10:00:00").instant()).isEqualTo("2026-12-01T07:00:00Z");
		assertThat(Fixtures.riyadh("2027-07-01T10:00:00").instant()).isEqualTo("2027-07-01T07:00:00Z");
	}

	@Test
	void followsSummerTimeInLondon() {
		assertThat(london("2027-03-27T10:00:00")).isEqualTo("2027-03-27T10:00:00Z");
		assertThat(london("2027-03-28T10:00:00")).isEqualTo("2027-03-28T09:00:00Z");
	}

	@Test
	void doesNotExistWhenClocksAreSetForward() {
		assertThat(MeetingTime.of(LocalDateTime.parse("2027-03-28T01:00:00"), LONDON)).isEmpty();
		assertThat(MeetingTime.of(LocalDateTime.parse("2027-03-28T01:59:59"), LONDON)).isEmpty();
		assertThat(london("2027-03-28T00:59:59")).isEqualTo("2027-03-28T00:59:59Z");
		assertThat(london("2027-03-28T02:00:00")).isEqualTo("2027-03-28T01:00:00Z");
	}

	@Test
	void isTheEarlierWhenClocksAreSetBack() {
		assertThat(london("2027-10-31T01:30:00")).isEqualTo("2027-10-31T00:30:00Z");
		assertThat(london("2027-10-31T02:00:00")).isEqualTo("2027-10-31T02:00:00Z");
	}

	private static Instant london(String local) {
		return MeetingTime.of(LocalDateTime.parse(local), LONDON).orElseThrow().instant();
	}

}
