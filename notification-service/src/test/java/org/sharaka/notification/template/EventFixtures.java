package org.sharaka.notification.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;

/**
 * Event data as the services publish it, as plain maps.
 */
public final class EventFixtures {

	public static final List<String> TEMPLATES = List.of("charity-applied", "charity-registered", "charity-returned",
			"charity-refused", "charity-suspended", "charity-reinstated", "charity-dissolved", "charity-removed",
			"invitation-issued", "invitation-withdrawn", "meeting-rescheduled", "meeting-cancelled", "announcement");

	public static final BilingualText NAME = new BilingualText("جمعية البر الأهلية", "Al-Birr Association");

	private EventFixtures() {
	}

	/** Everything that an event may have. */
	public static Map<String, Object> full(String template) {
		return data(template, "title", "text");
	}

	/** Long free texts everywhere, of that many characters. */
	public static Map<String, Object> withTextsOf(int length, String template) {
		String words = "مبادرة ".repeat(length / 7 + 1).substring(0, length);
		return data(template, words, words);
	}

	private static Map<String, Object> data(String template, String title, String text) {
		boolean isLong = title.length() > 10;
		Map<String, Object> shownTitle = bilingual(isLong ? title : "تنمية القطاع غير الربحي",
				isLong ? "initiative ".repeat(title.length() / 11) : "Growing the non-profit sector");
		Map<String, Object> reason = bilingual(isLong ? text : "نقص في الوثائق",
				isLong ? text : "Documents are missing");
		if (template.startsWith("charity-")) {
			return Map.of("id", "8a6e0804-2bd0-5672-b79d-d97027f9071a", "status", "REGISTERED", "registrationNumber",
					"1000012", "name", isLong ? shownTitle : bilingual(NAME.ar(), NAME.en()), "appliedAt",
					"2026-11-21T22:30:00Z", "decision", Map.of("decision", "APPROVE", "reason", reason, "effectiveDate",
							"2026-11-22", "reference", "MOM/2026/77"));
		}
		if (template.equals("announcement")) {
			return Map.of("title", shownTitle, "text", reason, "priority", "URGENT", "audience", Map.of());
		}
		Map<String, Object> data = new HashMap<>(Map.of("meeting", meeting(shownTitle), "previousStartsAt",
				"2026-11-30T09:00:00", "previousZone", "Asia/Riyadh"));
		data.put("reason", template.equals("invitation-withdrawn") ? "CHARITY_SUSPENDED" : reason);
		return data;
	}

	private static Map<String, Object> meeting(Map<String, Object> title) {
		Map<String, Object> meeting = new HashMap<>(Map.of("id", "018f0000-0000-7000-8000-000000000001", "type",
				"DISCUSSION_CIRCLE", "title", title, "startsAt", "2026-12-01T10:00:00", "zone", "Asia/Riyadh",
				"durationMinutes", 90, "chair", "رئيس الجلسة", "calendarSequence", 0));
		meeting.put("venue", Map.of("text", bilingual("قاعة الاجتماعات الكبرى", "Great Hall"), "url",
				"https://meet.sharaka.test/r?a=1&b=2"));
		meeting.put("agenda", List.of(Map.of("title", bilingual("الافتتاح", "Opening")),
				Map.of("title", bilingual("المبادرات", "Initiatives"))));
		return meeting;
	}

	/** Only what an event must have, and no English. */
	public static Map<String, Object> bare(String template) {
		Map<String, Object> title = bilingual("لقاء الشركاء", null);
		if (template.startsWith("charity-")) {
			return Map.of("name", bilingual(NAME.ar(), null), "registrationNumber", "1000012", "appliedAt",
					"2026-11-21T22:30:00Z");
		}
		if (template.equals("announcement")) {
			return Map.of("title", title, "text", bilingual("نص الإعلان\n\nوفقرته الثانية", null));
		}
		Map<String, Object> meeting = new HashMap<>(meeting(title));
		meeting.remove("agenda");
		meeting.put("venue", Map.of("hallId", "h1"));
		return Map.of("meeting", meeting, "previousStartsAt", "2026-11-30T09:00:00", "previousZone", "Asia/Riyadh");
	}

	static Map<String, Object> bilingual(String ar, @Nullable String en) {
		return (en == null) ? Map.of("ar", ar) : Map.of("ar", ar, "en", en);
	}

}
