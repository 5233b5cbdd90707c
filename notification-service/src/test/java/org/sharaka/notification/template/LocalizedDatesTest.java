package org.sharaka.notification.template;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharaka.chassis.text.Language;

import static org.assertj.core.api.Assertions.assertThat;

class LocalizedDatesTest {

	private final LocalizedDates arabic = new LocalizedDates(Language.AR);

	private final LocalizedDates english = new LocalizedDates(Language.EN);

	@Test
	void saysADateInBothCalendars() {
		LocalDate date = LocalDate.of(2026, 12, 1);
		assertThat(this.arabic.date(date)).isEqualTo("الثلاثاء 1 ديسمبر 2026 (21 جمادى الآخرة 1448هـ)");
		assertThat(this.english.date(date)).isEqualTo("Tuesday 1 December 2026 (21 Jumada al-Akhirah 1448 AH)");
	}

	@Test
	void leavesHijriOutWhereItIsNotKnown() {
		assertThat(this.arabic.date(LocalDate.of(2300, 1, 1))).isEqualTo("الاثنين 1 يناير 2300");
	}

	@Test
	void saysATimeWithItsZone() {
		ZonedDateTime riyadh = at("2026-12-01T10:00", "Asia/Riyadh");
		assertThat(this.arabic.time(riyadh)).isEqualTo("10:00 صباحًا بتوقيت الرياض (UTC+3)");
		assertThat(this.english.time(riyadh)).isEqualTo("10:00 AM, Riyadh time (UTC+3)");
		assertThat(this.arabic.brief(riyadh)).isEqualTo("الثلاثاء 1/12/2026، 10:00 ص بتوقيت الرياض");
		assertThat(this.english.brief(riyadh)).isEqualTo("Tue 1 Dec 2026, 10:00 AM, Riyadh time");
	}

	@Test
	void followsSummerTimeInLondon() {
		assertThat(this.english.time(at("2026-07-01T14:05", "Europe/London")))
			.isEqualTo("2:05 PM, London time (UTC+1)");
		assertThat(this.arabic.time(at("2026-12-01T00:30", "Europe/London")))
			.isEqualTo("12:30 صباحًا بتوقيت لندن (UTC)");
	}

	@Test
	void namesOtherZonesToo() {
		assertThat(this.english.time(at("2026-12-01T10:00", "+05:30"))).isEqualTo("10:00 AM, UTC+5:30 (UTC+5:30)");
		assertThat(this.english.time(at("2026-12-01T10:00", "Asia/Tokyo"))).startsWith("10:00 AM, Japan");
	}

	@ParameterizedTest
	@CsvSource({ "60,ساعة,1 hour", "90,ساعة و30 دقيقة,1 hour and 30 minutes", "120,ساعتان,2 hours",
			"185,3 ساعات و5 دقائق,3 hours and 5 minutes", "45,45 دقيقة,45 minutes",
			"61,ساعة ودقيقة,1 hour and 1 minute", "660,11 ساعة,11 hours", "6000,100 ساعة,100 hours",
			"6180,103 ساعات,103 hours", "6660,111 ساعة,111 hours" })
	void countsDurationsAsTheLanguageDoes(long minutes, String ar, String en) {
		assertThat(this.arabic.duration(Duration.ofMinutes(minutes))).isEqualTo(ar);
		assertThat(this.english.duration(Duration.ofMinutes(minutes))).isEqualTo(en);
	}

	private static ZonedDateTime at(String local, String zone) {
		return LocalDateTime.parse(local).atZone(ZoneId.of(zone));
	}

}
