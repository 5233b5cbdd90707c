package org.sharaka.meeting.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.sharaka.chassis.text.BilingualText;
import org.sharaka.meeting.charity.Charity;
import org.sharaka.meeting.charity.CharityStatus;
import org.sharaka.meeting.charity.Field;
import org.sharaka.meeting.charity.Kind;
import org.sharaka.meeting.meeting.AgendaItem;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.meeting.MeetingPlan;
import org.sharaka.meeting.meeting.MeetingTime;
import org.sharaka.meeting.meeting.MeetingType;
import org.sharaka.meeting.meeting.Outcome.Change;
import org.sharaka.meeting.meeting.Venue;

/** A meeting on the first of December 2026, seen from nine days before. */
public final class Fixtures {

	public static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

	public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

	/** After the meeting has begun. */
	public static final Instant TOO_LATE = Instant.parse("2026-12-01T07:00:00Z");

	public static final String MEETING = "0193a1b2-7c00-7a10-8c01-000000000001";

	public static final BilingualText REASON = BilingualText.arabic("تعارض في المواعيد");

	private Fixtures() {
	}

	public static MeetingTime riyadh(String local) {
		return MeetingTime.of(LocalDateTime.parse(local), ZoneId.of("Asia/Riyadh")).orElseThrow();
	}

	public static MeetingPlan plan() {
		return new MeetingPlan(MeetingType.RECEPTION, new BilingualText("لقاء الوزير", "Reception"),
				riyadh("2026-12-01T10:00:00"), 90, new Venue.Place(BilingualText.arabic("القاعة الكبرى")),
				"معالي الوزير", 60, List.of(new AgendaItem(BilingualText.arabic("كلمة الافتتاح"))));
	}

	public static Charity charity(String id, CharityStatus status, long sequence) {
		return new Charity(id, status, Kind.ASSOCIATION, Set.of(Field.D), "SA-01", BilingualText.arabic("جمعية"), null,
				sequence);
	}

	public static Charity registered(String id) {
		return charity(id, CharityStatus.REGISTERED, 2);
	}

	public static Charity suspended(String id) {
		return charity(id, CharityStatus.SUSPENDED, 3);
	}

	/** The meeting, with these charities invited on their version 2. */
	public static Change scheduled(String... charityIds) {
		return Meeting.schedule(MEETING, plan(), Arrays.stream(charityIds).map(Fixtures::registered).toList());
	}

	public static Meeting meeting(String... charityIds) {
		return scheduled(charityIds).after();
	}

}
