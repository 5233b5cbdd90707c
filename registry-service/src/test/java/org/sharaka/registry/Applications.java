package org.sharaka.registry;

/** Applications as charities post them. */
public final class Applications {

	/**
	 * With a diacritic, a ligature, a joiner, a tatweel and a direction mark: all must
	 * survive.
	 */
	public static final String NAME = "جمعيّة الإحســان\u200F لرعاية الأيتام ﷲ — «وقاية» أُسَريّة\u200Dـ";

	private Applications() {
	}

	/** An association in Riyadh with one contact, who gets notices by email and SMS. */
	public static String association(String arabicName) {
		return """
				{"kind": "ASSOCIATION", "name": {"ar": "%s", "en": "Association"}, "fields": ["D", "A"], "region": "SA-01",
				 "contacts": [{"name": "رئيس مجلس الإدارة", "role": "CHAIR", "email": "chair@ihsan.test",
				   "phone": "٠٥٠ ٠٠٠ ١٢٣٤", "language": "ar", "channels": ["EMAIL", "SMS"]}]}"""
			.formatted(arabicName);
	}

	public static String association() {
		return association(NAME);
	}

}
