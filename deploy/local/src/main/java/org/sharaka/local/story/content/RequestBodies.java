package org.sharaka.local.story.content;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bodies of the requests and events of the story. */
public final class RequestBodies {

	public static final String ZONE = "Asia/Riyadh";

	public static final BilingualText RECEPTION = new BilingualText("لقاء معالي الوزير بالجهات الخيرية",
			"The minister's reception of charitable bodies");

	public static final BilingualText WORKSHOP = new BilingualText(
			"ورشة عمل: إثراء بنك المبادرات في الصحة والخدمات الاجتماعية",
			"Workshop: initiatives in health and social services");

	public static final BilingualText CIRCLE = new BilingualText("حلقة نقاش: من الرعوية إلى الشراكة التنموية",
			"Discussion circle: from care to development partnership");

	/**
	 * Invited to the workshop: associations and campaigns in health and social services.
	 */
	public static final List<String> WORKSHOP_KINDS = List.of("ASSOCIATION", "CAMPAIGN");

	public static final List<String> WORKSHOP_FIELDS = List.of("C", "D");

	public static final List<String> CIRCLE_KINDS = List.of("FOUNDATION");

	private static final String MINISTER = "معالي وزير الشؤون الاجتماعية";

	private static final String PARTNERSHIPS = "إدارة الشراكات التنموية";

	private static final BilingualText HALL = new BilingualText("قاعة الاجتماعات الكبرى بمقر الوزارة، الرياض",
			"Main hall, the ministry, Riyadh");

	private RequestBodies() {
	}

	public static Map<String, Object> approval() {
		return Map.of("decision", "APPROVE", "reason",
				new BilingualText("استكملت الجهة متطلبات التسجيل.", "The body meets the requirements."));
	}

	public static Map<String, Object> suspension() {
		return Map.of("decision", "SUSPEND", "reason", new BilingualText("توقف نشاط الحملة بين موسمين بطلب منها.",
				"The campaign pauses between two seasons, at its own request."));
	}

	public static Map<String, Object> reception(LocalDateTime startsAt, List<String> charities) {
		return meeting("RECEPTION", RECEPTION, startsAt, 120, MINISTER, Map.of("charities", charities),
				new BilingualText("تفعيل مبدأ الشراكات التنموية", "Putting development partnership into practice"),
				new BilingualText("حشد الأفكار والمبادرات", "Gathering ideas and initiatives"));
	}

	public static Map<String, Object> workshop(LocalDateTime startsAt) {
		return meeting("WORKSHOP", WORKSHOP, startsAt, 180, PARTNERSHIPS,
				Map.of("kinds", WORKSHOP_KINDS, "fields", WORKSHOP_FIELDS),
				new BilingualText("عرض المبادرات", "Presentation of initiatives"));
	}

	/**
	 * The data of the event that requests a meeting; it has the fields of the HTTP body.
	 */
	public static Map<String, Object> circle(LocalDateTime startsAt) {
		return meeting("DISCUSSION_CIRCLE", CIRCLE, startsAt, 90, PARTNERSHIPS, Map.of("kinds", CIRCLE_KINDS),
				new BilingualText("دور الجهات المانحة", "What donors can do"));
	}

	private static Map<String, Object> meeting(String type, BilingualText title, LocalDateTime startsAt, int minutes,
			String chair, Map<String, Object> invite, BilingualText... agenda) {
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

	public static Map<String, Object> acceptance(Charity body) {
		return Map.of("status", "ACCEPTED", "delegates", List.of(Map.of("name", "ممثل " + body.name().ar())));
	}

	public static Map<String, Object> refusal() {
		return Map.of("status", "DECLINED");
	}

	public static Map<String, Object> move(LocalDateTime startsAt) {
		return Map.of("startsAt", local(startsAt), "zone", ZONE, "reason",
				new BilingualText("ارتباط معالي الوزير باجتماع آخر.", "The minister has another meeting before it."));
	}

	/** The data of an announcement to every registered charity. */
	public static Map<String, Object> announcement() {
		return Map.of("audience", Map.of(), "title",
				new BilingualText("فتح باب استقبال المبادرات التنموية", "Development initiatives are welcome"), "text",
				new BilingualText("تستقبل الوزارة مبادرات الجهات الخيرية لإثراء بنك المبادرات حتى نهاية الشهر القادم.",
						"The ministry takes charities' initiatives for its bank of initiatives until the end of next month."),
				"category", "INITIATIVES", "priority", "NORMAL");
	}

	private static String local(LocalDateTime time) {
		return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").format(time);
	}

}
