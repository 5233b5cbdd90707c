package org.sharaka.chassis.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.calendar.CalendarEvent.Person;
import org.sharaka.chassis.calendar.CalendarEvent.Status;
import org.sharaka.chassis.text.Language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CalendarInviteTest {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T06:00:00.123Z"), ZoneOffset.UTC);

	private static final String TITLE = "لقاء معالي الوزير; برؤساء الجمعيات الخيرية، والمراكز, وأعضائها \\ في مقر الوزارة 😀 "
			+ "مع جميع الجهات المانحة والمؤسسات الأهلية";

	private static final Person OFFICE = new Person("office@ministry.test", "الوزارة: مكتب \"الشراكة\"");

	private static final Person GUEST = new Person("guest@charity.test", null);

	@Test
	void arabicComesBackToTheCharacterFromLinesOfAtMost75Octets() throws Exception {
		String text = CalendarInvite.request(riyadh("سطر أول\nسطر ثانٍ")).toText(CLOCK);
		assertThat(text).endsWith("END:VCALENDAR\r\n");
		for (String line : text.split("\r\n")) {
			assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
			assertThat(line).doesNotContain("\n", "\r", "\uFFFD");
		}
		VEvent event = event(parse(text));
		assertThat(value(event, Property.SUMMARY)).isEqualTo(TITLE);
		assertThat(value(event, Property.DESCRIPTION)).isEqualTo("سطر أول\nسطر ثانٍ");
		assertThat(parameter(event, Property.SUMMARY, Parameter.LANGUAGE)).isEqualTo("ar");
		assertThat(parameter(event, Property.ORGANIZER, Parameter.CN)).isEqualTo("الوزارة: مكتب 'الشراكة'");
		assertThat(value(event, Property.ORGANIZER)).isEqualTo("mailto:office@ministry.test");
	}

	@Test
	void anEventInRiyadhKeepsItsWallClockAndSaysWhichOffsetThatIs() throws Exception {
		String text = CalendarInvite.request(riyadh(null)).toText(CLOCK);
		assertThat(text).contains("DTSTART;TZID=Asia/Riyadh:20261201T100000\r\n")
			.contains("DTEND;TZID=Asia/Riyadh:20261201T113000\r\n")
			.contains("DTSTAMP:20261122T060000Z\r\n")
			.contains("UID:0193-riyadh\r\n")
			.contains("SEQUENCE:3\r\n")
			.contains("URL:https://ministry.test/m?a=1,2\r\n");
		assertThat(offsets(parse(text))).containsExactly(ZoneOffset.ofHours(3));
	}

	@Test
	void anEventInLondonOnTheNightTheClocksChangeLastsAsLongAsItShould() throws Exception {
		String text = CalendarInvite.publish(london("2026-10-25T00:30:00", Duration.ofMinutes(150))).toText(CLOCK);
		// 00:30 in summer time and two and a half hours later, 02:00 in winter time
		assertThat(text).contains("DTSTART;TZID=Europe/London:20261025T003000\r\n")
			.contains("DTEND;TZID=Europe/London:20261025T020000\r\n")
			.contains("DTSTART:20261025T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\n");
		assertThat(offsets(parse(text))).contains(ZoneOffset.UTC, ZoneOffset.ofHours(1));
	}

	@Test
	void theZoneHasTheOffsetsOfSummerAndWinter() throws Exception {
		for (String start : List.of("2026-01-15T10:00:00", "2026-07-15T10:00:00", "2026-03-29T03:00:00")) {
			CalendarEvent event = london(start, Duration.ofHours(1));
			Calendar calendar = parse(CalendarInvite.publish(event).toText(CLOCK));
			VTimeZone zone = calendar.<VTimeZone>getComponents(Component.VTIMEZONE).getFirst();
			Instant instant = event.start().atZone(event.zone()).toInstant();
			Observance observance = zone.getApplicableObservance(instant);
			assertThat(observance.<TzOffsetTo>getRequiredProperty(Property.TZOFFSETTO).getOffset())
				.isEqualTo(event.zone().getRules().getOffset(instant));
		}
	}

	@Test
	void anEventThatStartsAsTheClocksChangeHasThatChange() {
		// in the text: ical4j's own calculation is an hour late here
		assertThat(CalendarInvite.publish(london("2026-03-29T02:00:00", Duration.ofHours(1))).toText(CLOCK))
			.contains("DTSTART:20260329T010000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\n");
	}

	@Test
	void aCancellationIsOfTheSameEventAndSaysSoTwice() throws Exception {
		CalendarInvite invite = CalendarInvite.cancel(riyadh(null));
		assertThat(invite.contentType()).isEqualTo("text/calendar; charset=UTF-8; method=CANCEL");
		String text = invite.toText(CLOCK);
		assertThat(text).contains("METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n", "UID:0193-riyadh\r\n");
		parse(text);
	}

	@Test
	void aRequestAsksItsAttendeesForAnAnswer() throws Exception {
		Calendar calendar = parse(CalendarInvite.request(riyadh(null)).toText(CLOCK));
		assertThat(parameter(event(calendar), Property.ATTENDEE, Parameter.RSVP)).isEqualTo("TRUE");
		assertThat(value(event(calendar), Property.ATTENDEE)).isEqualTo("mailto:guest@charity.test");
		assertThatIllegalArgumentException().isThrownBy(() -> CalendarInvite.request(riyadh(null).to(List.of())));
	}

	@Test
	void aFeedHasEveryEventAndEachZoneOnce() throws Exception {
		CalendarEvent london = london("2026-07-15T10:00:00", Duration.ofHours(1));
		Calendar calendar = parse(
				CalendarInvite.feed("لقاءات الجمعية", List.of(riyadh(null), london, riyadh(null))).toText(CLOCK));
		assertThat(calendar.<VEvent>getComponents(Component.VEVENT)).hasSize(3);
		assertThat(calendar.<VTimeZone>getComponents(Component.VTIMEZONE)).hasSize(2);
		assertThat(calendar.getProperty("X-WR-CALNAME").orElseThrow().getValue()).isEqualTo("لقاءات الجمعية");
	}

	@Test
	void beforeAZonesFirstChangeItsOldOffsetHolds() throws Exception {
		CalendarEvent event = new CalendarEvent("0193-x", 0, Status.CONFIRMED,
				LocalDateTime.parse("1971-01-01T00:00:00"), ZoneId.of("Asia/Bahrain"), Duration.ofHours(1), Language.EN,
				"Old", null, null, null, OFFICE, List.of());
		assertThat(offsets(parse(CalendarInvite.publish(event).toText(CLOCK)))).containsExactly(ZoneOffset.ofHours(4),
				ZoneOffset.ofHours(3));
	}

	private static CalendarEvent riyadh(@Nullable String description) {
		return new CalendarEvent("0193-riyadh", 3, Status.CONFIRMED, LocalDateTime.parse("2026-12-01T10:00:00"),
				ZoneId.of("Asia/Riyadh"), Duration.ofMinutes(90), Language.AR, TITLE, description, "القاعة الكبرى",
				URI.create("https://ministry.test/m?a=1,2"), OFFICE, List.of(GUEST));
	}

	private static CalendarEvent london(String start, Duration duration) {
		return new CalendarEvent("0193-london", 0, Status.CONFIRMED, LocalDateTime.parse(start),
				ZoneId.of("Europe/London"), duration, Language.EN, "Workshop", null, null, null, OFFICE, List.of());
	}

	private static Calendar parse(String text) throws IOException, ParserException {
		Calendar calendar = new CalendarBuilder().build(new StringReader(text));
		assertThat(calendar.validate().getEntries()).isEmpty();
		return calendar;
	}

	private static VEvent event(Calendar calendar) {
		return calendar.<VEvent>getComponents(Component.VEVENT).getFirst();
	}

	private static String value(VEvent event, String property) {
		return event.getRequiredProperty(property).getValue();
	}

	private static String parameter(VEvent event, String property, String parameter) {
		return event.getRequiredProperty(property).getRequiredParameter(parameter).getValue();
	}

	private static List<ZoneOffset> offsets(Calendar calendar) {
		return calendar.<VTimeZone>getComponents(Component.VTIMEZONE)
			.stream()
			.flatMap((zone) -> zone.getObservances().stream())
			.map((observance) -> observance.<TzOffsetTo>getRequiredProperty(Property.TZOFFSETTO).getOffset())
			.distinct()
			.toList();
	}

}
