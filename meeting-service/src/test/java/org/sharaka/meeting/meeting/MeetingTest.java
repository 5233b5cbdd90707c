package org.sharaka.meeting.meeting;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.sharaka.chassis.command.Outcome;
import org.sharaka.chassis.command.Outcome.Changed;
import org.sharaka.chassis.command.Outcome.Refused;
import org.sharaka.chassis.command.Outcome.Unchanged;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.meeting.meeting.MeetingCorrection.AgendaLine;
import org.sharaka.meeting.testing.Fixtures;

import static org.assertj.core.api.Assertions.assertThat;

class MeetingTest {

	private final Meeting meeting = Fixtures.meeting();

	@Test
	void isNotScheduledInThePastOrTooFarAhead() {
		assertThat(refusal(schedule("2026-11-22T11:00:00"))).isEqualTo("not-in-future");
		assertThat(schedule("2026-11-22T11:00:01")).isInstanceOf(Changed.class);
		assertThat(schedule("2036-11-22T10:59:59")).isInstanceOf(Changed.class);
		assertThat(refusal(schedule("2036-11-22T11:00:00"))).isEqualTo("too-far-ahead");
	}

	private static Outcome<Meeting, MeetingEvent> schedule(String time) {
		return Meeting.schedule(Fixtures.MEETING, Fixtures.details(), Fixtures.riyadh(time), 90, Fixtures.NOW);
	}

	@Test
	void beginsARoundWithEachNewTimeAndRemembersTheEarlierOnes() {
		Meeting moved = Fixtures.moved(this.meeting);
		assertThat(moved.round()).isEqualTo(2);
		assertThat(moved.calendarSequence()).isOne();
		assertThat(moved.version()).isEqualTo(2);
		assertThat(moved.timeOf(1)).isEqualTo(this.meeting.time());
		assertThat(moved.timeOf(2)).isEqualTo(moved.time()).isNotEqualTo(this.meeting.time());
	}

	@Test
	void doesNotChangeForTheSameTimeAndDuration() {
		assertThat(this.meeting.reschedule(this.meeting.time(), 90, Fixtures.REASON, Fixtures.NOW))
			.isInstanceOf(Unchanged.class);
		assertThat(this.meeting.reschedule(this.meeting.time(), 60, Fixtures.REASON, Fixtures.NOW))
			.isInstanceOf(Changed.class);
	}

	@Test
	void isNotMovedIntoThePast() {
		assertThat(refusal(
				this.meeting.reschedule(Fixtures.riyadh("2020-01-01T10:00:00"), null, Fixtures.REASON, Fixtures.NOW)))
			.isEqualTo("not-in-future");
	}

	@Test
	void isNotChangedOnceItHasStartedOrWasCancelled() {
		Meeting cancelled = ((Changed<Meeting, MeetingEvent>) this.meeting.cancel(null, Fixtures.NOW)).state();
		assertThat(cancelled.calendarSequence()).isOne();
		for (Outcome<Meeting, MeetingEvent> outcome : all(cancelled, Fixtures.NOW)) {
			assertThat(refusal(outcome)).isEqualTo("meeting-cancelled");
		}
		for (Outcome<Meeting, MeetingEvent> outcome : all(this.meeting, Fixtures.START)) {
			assertThat(refusal(outcome)).isEqualTo("meeting-started");
		}
		for (Outcome<Meeting, MeetingEvent> outcome : all(this.meeting, Fixtures.START.minusMillis(1))) {
			assertThat(outcome).isInstanceOf(Changed.class);
		}
	}

	private static List<Outcome<Meeting, MeetingEvent>> all(Meeting meeting, Instant now) {
		return List.of(meeting.cancel(null, now),
				meeting.reschedule(Fixtures.riyadh("2026-12-24T10:00:00"), null, Fixtures.REASON, now),
				meeting.correct(chair("نائب الوزير"), "command", now));
	}

	private static MeetingCorrection chair(String chair) {
		return new MeetingCorrection(null, null, chair, null, false, null);
	}

	@Test
	void namesTheCorrectedFieldsAndKeepsTheRound() {
		Changed<Meeting, MeetingEvent> corrected = (Changed<Meeting, MeetingEvent>) this.meeting.correct(
				new MeetingCorrection(BilingualText.arabic("لقاء"), null, "معالي الوزير", null, true, null), "command",
				Fixtures.NOW);
		assertThat(corrected.events()).containsExactly(new MeetingEvent.Updated(List.of("title", "capacity")));
		assertThat(corrected.state().round()).isOne();
		assertThat(corrected.state().details().capacity()).isNull();
		assertThat(this.meeting.correct(chair("معالي الوزير"), "command", Fixtures.NOW)).isInstanceOf(Unchanged.class);
	}

	@Test
	void keepsTheIdsOfAgendaItemsAndGivesNewOnesTheSameIdForTheSameCommand() {
		MeetingCorrection correction = new MeetingCorrection(null, null, null, null, false,
				List.of(new AgendaLine(null, BilingualText.arabic("ترحيب")),
						new AgendaLine(Fixtures.AGENDA_ITEM, BilingualText.arabic("كلمة"))));
		List<AgendaItem> agenda = correction.applyTo(this.meeting.details(), "command").agenda();
		assertThat(agenda.get(1).id()).isEqualTo(Fixtures.AGENDA_ITEM);
		assertThat(correction.applyTo(this.meeting.details(), "command").agenda()).isEqualTo(agenda);
		assertThat(correction.applyTo(this.meeting.details(), "other").agenda().getFirst().id())
			.isNotEqualTo(agenda.getFirst().id());
	}

	private static String refusal(Outcome<Meeting, MeetingEvent> outcome) {
		return ((Refused<Meeting, MeetingEvent>) outcome).refusal().code();
	}

}
