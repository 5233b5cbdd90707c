package org.sharaka.local.story;

import java.util.List;

/**
 * The bodies that the report names, their names as it prints them. What it does not say
 * (fields, regions, addresses) is chosen to be sensible; addresses and numbers are
 * fictional.
 */
final class Bodies {

	static final List<Body> ALL = List.of(Body.arabic(1, "ASSOCIATION", "جمعية واعي", "B", "SA-01", "waie"),
			Body.arabic(2, "ASSOCIATION", "الوداد", "D", "SA-02", "alwidad"),
			Body.arabic(3, "ASSOCIATION", "اكتفاء", "DF", "SA-04", "iktifa"),
			Body.arabic(4, "FOUNDATION", "مؤسسة سليمان الراجحي الخيرية", "H", "SA-01", "rajhi-foundation"),
			Body.arabic(5, "FOUNDATION", "مؤسسة محمد وعبدالله ابراهيم السبيعي الخيرية", "FH", "SA-01",
					"subaie-foundation"),
			Body.arabic(6, "ASSOCIATION", "جمعية سيهات للخدمات الاجتماعية", "D", "SA-04", "saihat"),
			Body.arabic(7, "FOUNDATION", "مؤسسة الأمير أحمد بن سلمان للتنمية", "F", "SA-01", "ahmed-foundation"),
			Body.english(8, "CENTRE", new Bilingual("مركز التأهيل الدولي", "International Rehabilitation Centre"), "C",
					"SA-01", "rehabilitation-centre"),
			Body.english(9, "CAMPAIGN",
					new Bilingual("الحملة التوعوية الخاصة لسرطان الثدي", "Breast Cancer Awareness Campaign"), "C",
					"SA-01", "breast-cancer-campaign"),
			Body.arabic(10, "COORDINATION_COUNCIL", "مجلس التنسيق بين الجمعيات الخيرية بمنطقة المدينةالمنورة", "DH",
					"SA-03", "madinah-council"),
			Body.arabic(11, "FOUNDATION", "مؤسسة سعفة القدوة الحسنة", "G", "SA-01", "saafah"),
			Body.arabic(12, "ASSOCIATION", "الجمعية الوطنية الخيرية للوقاية من المخدرات «وقاية»", "C", "SA-01",
					"wiqaya"),
			Body.english(13, "ASSOCIATION",
					new Bilingual("الجمعية الوطنية للمتقاعدين", "National Retirees Association"), "D", "SA-01",
					"retirees"));

	/** The one that cannot come to the reception. */
	static final Body DECLINES = ALL.get(7);

	/** The one that is suspended, between two seasons. */
	static final Body SUSPENDED = ALL.get(8);

	private Bodies() {
	}

}
