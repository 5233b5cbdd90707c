package org.sharaka.local.story.content;

import java.util.Collections;
import java.util.List;

/**
 * The charities that the report on the minister's reception names, spelled as it prints
 * them. Fields and regions, which the report does not give, are plausible choices;
 * addresses and phone numbers are fictional.
 */
public final class Charities {

	public static final List<Charity> ALL = List.of(
			Charity.arabic(1, "ASSOCIATION", "جمعية واعي", "B", "SA-01", "waie"),
			Charity.arabic(2, "ASSOCIATION", "الوداد", "D", "SA-02", "alwidad"),
			Charity.arabic(3, "ASSOCIATION", "اكتفاء", "DF", "SA-04", "iktifa"),
			Charity.arabic(4, "FOUNDATION", "مؤسسة سليمان الراجحي الخيرية", "H", "SA-01", "rajhi-foundation"),
			Charity.arabic(5, "FOUNDATION", "مؤسسة محمد وعبدالله ابراهيم السبيعي الخيرية", "FH", "SA-01",
					"subaie-foundation"),
			Charity.arabic(6, "ASSOCIATION", "جمعية سيهات للخدمات الاجتماعية", "D", "SA-04", "saihat"),
			Charity.arabic(7, "FOUNDATION", "مؤسسة الأمير أحمد بن سلمان للتنمية", "F", "SA-01", "ahmed-foundation"),
			Charity.english(8, "CENTRE",
					new BilingualText("مركز التأهيل الدولي", "International Rehabilitation Centre"), "C", "SA-01",
					"rehabilitation-centre"),
			Charity.english(9, "CAMPAIGN",
					new BilingualText("الحملة التوعوية الخاصة لسرطان الثدي", "Breast Cancer Awareness Campaign"), "C",
					"SA-01", "breast-cancer-campaign"),
			Charity.arabic(10, "COORDINATION_COUNCIL", "مجلس التنسيق بين الجمعيات الخيرية بمنطقة المدينةالمنورة", "DH",
					"SA-03", "madinah-council"),
			Charity.arabic(11, "FOUNDATION", "مؤسسة سعفة القدوة الحسنة", "G", "SA-01", "saafah"),
			Charity.arabic(12, "ASSOCIATION", "الجمعية الوطنية الخيرية للوقاية من المخدرات «وقاية»", "C", "SA-01",
					"wiqaya"),
			Charity.english(13, "ASSOCIATION",
					new BilingualText("الجمعية الوطنية للمتقاعدين", "National Retirees Association"), "D", "SA-01",
					"retirees"));

	/** The charity that declines the invitation to the reception. */
	public static final Charity DECLINING = ALL.get(7);

	/** The charity that is suspended. */
	public static final Charity SUSPENDED = ALL.get(8);

	private Charities() {
	}

	/**
	 * Counts the charities of any of these kinds.
	 * @param fields if not empty, only charities in any of these fields
	 */
	public static int count(List<String> kinds, List<String> fields) {
		return (int) ALL.stream()
			.filter((charity) -> kinds.contains(charity.kind()))
			.filter((charity) -> fields.isEmpty() || !Collections.disjoint(fields, charity.fields()))
			.count();
	}

}
