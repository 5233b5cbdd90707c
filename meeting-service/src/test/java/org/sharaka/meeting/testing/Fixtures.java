package org.sharaka.meeting.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import org.sharaka.chassis.command.Outcome;
import org.sharaka.chassis.command.Outcome.Changed;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.meeting.charity.Charity;
import org.sharaka.meeting.charity.CharityStatus;
import org.sharaka.meeting.charity.Field;
import org.sharaka.meeting.charity.Kind;
import org.sharaka.meeting.meeting.AgendaItem;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.meeting.MeetingDetails;
import org.sharaka.meeting.meeting.MeetingEvent;
import org.sharaka.meeting.meeting.MeetingTime;
import org.sharaka.meeting.meeting.Venue;

/** A meeting on the first of December 2026, seen from nine days before. */
public final class Fixtures {

	public static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

	public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

	/** When the meeting starts. */
	public static final Instant START = Instant.parse("2026-12-01T07:00:00Z");

	public static final String MEETING = "0193a1b2-7c00-7a10-8c01-000000000001";

	public static final String AGENDA_ITEM = "0193a1b2-7c00-7a10-8c01-0000000000a1";

	public static final BilingualText REASON = BilingualText.arabic("تعارض في المواعيد");

	private Fixtures() {
	}

	public static MeetingTime riyadh(String local) {
		return MeetingTime.of(LocalDateTime.parse(local), ZoneId.of("Asia/Riyadh")).orElseThrow();
	}

	public static MeetingDetails details() {
		return new MeetingDetails(MeetingDetails.Type.RECEPTION, new BilingualText("لقاء الوزير", "Reception"),
				new Venue(null, BilingualText.arabic("القاعة الكبرى"), null), "معالي الوزير", 60,
				List.of(new AgendaItem(AGENDA_ITEM, BilingualText.arabic("كلمة الافتتاح"))));
	}

	public static Meeting meeting() {
		return changed(Meeting.schedule(MEETING, details(), riyadh("2026-12-01T10:00:00"), 90, NOW));
	}

	/** The meeting a day later, in round 2. */
	public static Meeting moved(Meeting meeting) {
		return changed(meeting.reschedule(riyadh("2026-12-02T10:00:00"), null, REASON, NOW));
	}

	private static Meeting changed(Outcome<Meeting, MeetingEvent> outcome) {
		return ((Changed<Meeting, MeetingEvent>) outcome).state();
	}

	public static Charity charity(String id, CharityStatus status, long sequence) {
		return new Charity(id, status, new Kind("ASSOCIATION"), Set.of(new Field("D")), "SA-01",
				BilingualText.arabic("جمعية"), null, sequence, NOW.plusSeconds(sequence));
	}

	public static Charity registered(String id) {
		return charity(id, CharityStatus.REGISTERED, 2);
	}

	public static Charity suspended(String id) {
		return charity(id, CharityStatus.SUSPENDED, 3);
	}

}
