package org.sharaka.notification.template;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.HijrahDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.sharaka.chassis.text.BilingualText;
import org.sharaka.chassis.text.Language;

/**
 * Formats dates, times and durations for people: the Gregorian date first, then the Hijri
 * date (Umm al-Qura), which can differ by a day from the announced one. Digits are ASCII
 * in both languages: they are read everywhere in the Gulf, can be copied into any
 * calendar, and look the same in mail, SMS and the register. The names of the Hijri
 * months and of AM and PM are written here, because those of CLDR are not the ones that
 * are customary in English in the Gulf ("Jumada II" for Jumada al-Akhirah), and those of
 * the JDK change between its versions.
 */
public final class LocalizedDates {

	private static final List<String> HIJRI_AR = List.of("محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى",
			"جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة");

	private static final List<String> HIJRI_EN = List.of("Muharram", "Safar", "Rabi al-Awwal", "Rabi al-Akhir",
			"Jumada al-Ula", "Jumada al-Akhirah", "Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qadah",
			"Dhu al-Hijjah");

	/** Cities that zones are named after; any other zone goes by the JDK's name of it. */
	private static final Map<String, BilingualText> CITIES = Map.ofEntries(
			Map.entry("Asia/Riyadh", new BilingualText("الرياض", "Riyadh")),
			Map.entry("Asia/Bahrain", new BilingualText("البحرين", "Bahrain")),
			Map.entry("Asia/Dubai", new BilingualText("دبي", "Dubai")),
			Map.entry("Asia/Kuwait", new BilingualText("الكويت", "Kuwait")),
			Map.entry("Asia/Muscat", new BilingualText("مسقط", "Muscat")),
			Map.entry("Asia/Qatar", new BilingualText("الدوحة", "Doha")),
			Map.entry("Asia/Amman", new BilingualText("عمّان", "Amman")),
			Map.entry("Africa/Cairo", new BilingualText("القاهرة", "Cairo")),
			Map.entry("Europe/London", new BilingualText("لندن", "London")),
			Map.entry("Europe/Paris", new BilingualText("باريس", "Paris")),
			Map.entry("America/New_York", new BilingualText("نيويورك", "New York")));

	private final Language language;

	public LocalizedDates(Language language) {
		this.language = language;
	}

	/**
	 * What a template sees of a time: {@code date}, {@code time} (with the zone) and
	 * {@code short} (both, for SMS).
	 */
	Map<String, String> of(ZonedDateTime time) {
		return Map.of("date", date(time.toLocalDate()), "time", time(time), "short", brief(time));
	}

	/**
	 * «الثلاثاء 1 ديسمبر 2026 (21 جمادى الآخرة 1448هـ)», without the Hijri part outside
	 * AH 1300 to 1600.
	 */
	public String date(LocalDate date) {
		String gregorian = format("EEEE d MMMM uuuu", date);
		String hijri = hijri(date);
		return hijri.isEmpty() ? gregorian : gregorian + " (" + hijri + ")";
	}

	private String hijri(LocalDate date) {
		try {
			HijrahDate hijri = HijrahDate.from(date);
			List<String> months = isArabic() ? HIJRI_AR : HIJRI_EN;
			return hijri.get(ChronoField.DAY_OF_MONTH) + " " + months.get(hijri.get(ChronoField.MONTH_OF_YEAR) - 1)
					+ " " + hijri.get(ChronoField.YEAR) + (isArabic() ? "هـ" : " AH");
		}
		catch (DateTimeException ex) {
			return "";
		}
	}

	/** «10:00 صباحًا بتوقيت الرياض (UTC+3)». */
	public String time(ZonedDateTime time) {
		String half = isArabic() ? (isMorning(time) ? "صباحًا" : "مساءً") : (isMorning(time) ? "AM" : "PM");
		return format("h:mm", time) + " " + half + (isArabic() ? " " : ", ") + zone(time.getZone(), time) + " ("
				+ offset(time.getOffset()) + ")";
	}

	/** «الثلاثاء 1/12/2026، 10:00 ص بتوقيت الرياض». */
	public String brief(ZonedDateTime time) {
		return isArabic()
				? format("EEEE d/M/uuuu، h:mm", time) + (isMorning(time) ? " ص " : " م ") + zone(time.getZone(), time)
				: format("EEE d MMM uuuu, h:mm", time) + (isMorning(time) ? " AM, " : " PM, ")
						+ zone(time.getZone(), time);
	}

	private String zone(ZoneId zone, ZonedDateTime time) {
		BilingualText city = CITIES.get(zone.getId());
		if (city != null) {
			return isArabic() ? "بتوقيت " + city.ar() : city.en() + " time";
		}
		if (zone.normalized() instanceof ZoneOffset offset) {
			return isArabic() ? "بتوقيت " + offset(offset) : offset(offset);
		}
		return zone.getDisplayName(TextStyle.FULL, this.language.locale());
	}

	/** UTC, UTC+3, UTC+5:30. */
	private static String offset(ZoneOffset offset) {
		int minutes = offset.getTotalSeconds() / 60;
		if (minutes == 0) {
			return "UTC";
		}
		String hours = ((minutes < 0) ? "-" : "+") + Math.abs(minutes) / 60;
		return "UTC" + hours + ((minutes % 60 == 0) ? "" : String.format(Locale.ROOT, ":%02d", Math.abs(minutes) % 60));
	}

	/** «ساعتان و15 دقيقة»; seconds are not shown. */
	public String duration(Duration duration) {
		long hours = duration.toHours();
		long minutes = duration.toMinutesPart();
		String hourWords = isArabic() ? counted(hours, "ساعة", "ساعتان", "ساعات") : english(hours, "hour");
		String minuteWords = isArabic() ? counted(minutes, "دقيقة", "دقيقتان", "دقائق") : english(minutes, "minute");
		if (hours == 0) {
			return minuteWords;
		}
		return (minutes == 0) ? hourWords : hourWords + (isArabic() ? " و" : " and ") + minuteWords;
	}

	/**
	 * Counts by the plural rules of CLDR: one and two are forms of the noun, a number
	 * that ends in 03 to 10 takes the plural, and any other number the singular.
	 */
	private static String counted(long n, String one, String two, String few) {
		if (n == 1) {
			return one;
		}
		if (n == 2) {
			return two;
		}
		return n + " " + ((n % 100 >= 3 && n % 100 <= 10) ? few : one);
	}

	private static String english(long n, String noun) {
		return n + " " + noun + ((n == 1) ? "" : "s");
	}

	private String format(String pattern, java.time.temporal.TemporalAccessor time) {
		return DateTimeFormatter.ofPattern(pattern, this.language.locale()).format(time);
	}

	private boolean isArabic() {
		return this.language == Language.AR;
	}

	private static boolean isMorning(ZonedDateTime time) {
		return time.getHour() < 12;
	}

}
