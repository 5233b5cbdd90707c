package org.sharaka.local.story;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the ministry asks for in the story, as request bodies. */
final class Texts {

	static final String ZONE = "Asia/Riyadh";

	static final Bilingual RECEPTION = new Bilingual("لقاء معالي الوزير بالجهات الخيرية",
			"The minister's reception of charitable bodies");

	static final Bilingual WORKSHOP = new Bilingual("ورشة عمل: إثراء بنك المبادرات في الصحة والخدمات الاجتماعية",
			"Workshop: initiatives in health and social services");

	static final Bilingual CIRCLE = new Bilingual("حلقة نقاش: من الرعوية إلى الشراكة التنموية",
			"Discussion circle: from care to development partnership");

	private static final String MINISTER = "معالي وزير الشؤون الاجتماعية";

	private static final String PARTNERSHIPS = "إدارة الشراكات التنموية";

	private static final Bilingual HALL = new Bilingual("قاعة الاجتماعات الكبرى بمقر الوزارة، الرياض",
			"Main hall, the ministry, Riyadh");

	private Texts() {
	}

	static Map<String, Object> approval() {
		return Map.of("decision", "APPROVE", "reason",
				new Bilingual("استكملت الجهة متطلبات التسجيل.", "The body meets the requirements."));
	}

	static Map<String, Object> suspension() {
		return Map.of("decision", "SUSPEND", "reason", new Bilingual("توقف نشاط الحملة بين موسمين بطلب منها.",
				"The campaign pauses between two seasons, at its own request."));
	}

	static Map<String, Object> reception(LocalDateTime startsAt, List<String> charities) {
		return meeting("RECEPTION", RECEPTION, startsAt, 120, MINISTER, Map.of("charities", charities),
				new Bilingual("تفعيل مبدأ الشراكات التنموية", "Putting development partnership into practice"),
				new Bilingual("حشد الأفكار والمبادرات", "Gathering ideas and initiatives"));
	}

	/** Associations and campaigns in health and social services. */
	static Map<String, Object> workshop(LocalDateTime startsAt) {
		return meeting("WORKSHOP", WORKSHOP, startsAt, 180, PARTNERSHIPS,
				Map.of("kinds", List.of("ASSOCIATION", "CAMPAIGN"), "fields", List.of("C", "D")),
				new Bilingual("عرض المبادرات", "Presentation of initiatives"));
	}

	/** What a ministry system asks for by an event: the same fields as over HTTP. */
	static Map<String, Object> circle(LocalDateTime startsAt) {
		return meeting("DISCUSSION_CIRCLE", CIRCLE, startsAt, 90, PARTNERSHIPS, Map.of("kinds", List.of("FOUNDATION")),
				new Bilingual("دور الجهات المانحة", "What donors can do"));
	}

	private static Map<String, Object> meeting(String type, Bilingual title, LocalDateTime startsAt, int minutes,
			String chair, Map<String, Object> invite, Bilingual... agenda) {
		Map<String, Object> meeting = new LinkedHashMap<>();
		meeting.put("type", type);
		meeting.put("title", title);
		meeting.put("startsAt", local(startsAt));
		meeting.put("zone", ZONE);
		meeting.put("durationMinutes", minutes);
		meeting.put("venue", Map.of("text", HALL));
		meeting.put("chair", chair);
		meeting.put("invite", invite);
		meeting.put("agenda", List.of(agenda).stream().map(item -> Map.of("title", item)).toList());
		return meeting;
	}

	static Map<String, Object> acceptance(Body body) {
		return Map.of("status", "ACCEPTED", "delegates", List.of(Map.of("name", "ممثل " + body.name().ar())));
	}

	static Map<String, Object> refusal() {
		return Map.of("status", "DECLINED");
	}

	static Map<String, Object> move(LocalDateTime startsAt) {
		return Map.of("startsAt", local(startsAt), "zone", ZONE, "reason",
				new Bilingual("ارتباط معالي الوزير باجتماع آخر.", "The minister has another meeting before it."));
	}

	/** To every registered charity. */
	static Map<String, Object> announcement() {
		return Map.of("audience", Map.of(), "title",
				new Bilingual("فتح باب استقبال المبادرات التنموية", "Development initiatives are welcome"), "text",
				new Bilingual("تستقبل الوزارة مبادرات الجهات الخيرية لإثراء بنك المبادرات حتى نهاية الشهر القادم.",
						"The ministry takes charities' initiatives for its bank of initiatives until the end of next month."),
				"category", "INITIATIVES", "priority", "NORMAL");
	}

	private static String local(LocalDateTime time) {
		return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").format(time);
	}

}
