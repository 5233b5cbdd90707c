package org.sharaka.meeting.meeting;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.meeting.testing.Fixtures;

import static org.assertj.core.api.Assertions.assertThat;

class GuestPolicyTest {

	private final MeetingPlan plan = Fixtures.plan();

	@Test
	void somebodyIsInvited() {
		assertThat(GuestPolicy.brokenBy(this.plan, 0)).contains(GuestPolicy.SOMEBODY_IS_INVITED);
		assertThat(GuestPolicy.brokenBy(this.plan, 1)).isEmpty();
	}

	@Test
	void atMost5000Are() {
		assertThat(GuestPolicy.brokenBy(this.plan, 5000)).isEmpty();
		assertThat(GuestPolicy.brokenBy(this.plan, 5001)).contains(GuestPolicy.AT_MOST_5000);
	}

	@Test
	void theLongestAgendaGoesToFewerThanAShortOne() {
		MeetingPlan long100 = new MeetingPlan(this.plan.type(), this.plan.title(), this.plan.time(), 90,
				this.plan.venue(), this.plan.chair(), null,
				Collections.nCopies(100, new AgendaItem(BilingualText.arabic("ب".repeat(300)))));
		assertThat(GuestPolicy.brokenBy(long100, 200)).isEmpty();
		assertThat(GuestPolicy.brokenBy(long100, 250)).contains(GuestPolicy.FITS_IN_ONE_WRITE);
	}

	@Test
	void whatIsEscapedCountsDouble() {
		List<AgendaItem> quotes = Collections.nCopies(10, new AgendaItem(BilingualText.arabic("\"".repeat(300))));
		MeetingPlan quoted = new MeetingPlan(this.plan.type(), this.plan.title(), this.plan.time(), 90,
				this.plan.venue(), this.plan.chair(), null, quotes);
		assertThat(GuestPolicy.brokenBy(quoted, 1_500)).isEmpty();
		assertThat(GuestPolicy.brokenBy(quoted, 3_000)).contains(GuestPolicy.FITS_IN_ONE_WRITE);
	}

}
