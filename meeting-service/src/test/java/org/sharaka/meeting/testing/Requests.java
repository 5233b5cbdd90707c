package org.sharaka.meeting.testing;

import java.util.List;
import java.util.stream.Collectors;

/** Bodies to send. */
public final class Requests {

	private Requests() {
	}

	/** A reception in Riyadh next year, to which these are invited. */
	public static String reception(String... charityIds) {
		return meeting("2027-06-01T10:00:00", "Asia/Riyadh", byIds(List.of(charityIds)));
	}

	public static String byIds(List<String> charityIds) {
		String ids = charityIds.stream().map((id) -> '"' + id + '"').collect(Collectors.joining(", "));
		return "{\"charities\": [" + ids + "]}";
	}

	public static String meeting(String startsAt, String zone, String invite) {
		return """
				{"type": "RECEPTION",
				 "title": {"ar": "لقاء الوزير برؤساء الجمعيات", "en": "The Minister's reception"},
				 "startsAt": "%s", "zone": "%s", "durationMinutes": 90,
				 "venue": {"text": {"ar": "القاعة الكبرى", "en": "The great hall"}},
				 "chair": "معالي الوزير", "invite": %s, "capacity": 60,
				 "agenda": [{"title": {"ar": "كلمة الافتتاح"}}]}""".formatted(startsAt, zone, invite);
	}

	public static String move(String startsAt, String zone) {
		return """
				{"startsAt": "%s", "zone": "%s", "reason": {"ar": "تعارض في المواعيد", "en": "A clash"}}"""
			.formatted(startsAt, zone);
	}

}
