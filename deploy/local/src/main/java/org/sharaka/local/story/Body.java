package org.sharaka.local.story;

import java.util.List;

/**
 * A body of the report, as it applies.
 *
 * @param fields sections of ICNP/TSO
 */
record Body(String kind, Bilingual name, List<String> fields, String region, List<Contact> contacts) {

	/** Whom the ministry writes to; an office, never a person's name. */
	record Contact(String name, String role, String email, String phone, String language, List<String> channels) {
	}

	/** Told in Arabic. */
	static Body arabic(int number, String kind, String name, String fields, String region, String domain) {
		return of(number, kind, Bilingual.arabic(name), fields, region, domain, "ar");
	}

	/** Told in English. */
	static Body english(int number, String kind, Bilingual name, String fields, String region, String domain) {
		return of(number, kind, name, fields, region, domain, "en");
	}

	private static Body of(int number, String kind, Bilingual name, String fields, String region, String domain,
			String language) {
		Contact representative = new Contact("ممثل " + name.ar(), "REPRESENTATIVE",
				"representative@" + domain + ".test", "+9665000000%02d".formatted(number), language,
				List.of("EMAIL", "SMS"));
		return new Body(kind, name, List.of(fields.split("")), region, List.of(representative));
	}

	/** Where it is named in a log or a key: the domain of its address. */
	String slug() {
		return this.contacts.getFirst().email().replaceAll(".*@|\\.test", "");
	}

}
