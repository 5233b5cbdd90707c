package org.sharaka.local.story.content;

import java.util.List;

/**
 * A charity of the story, in the form of its application.
 *
 * @param fields sections of ICNP/TSO
 */
public record Charity(String kind, BilingualText name, List<String> fields, String region, List<Contact> contacts) {

	/** A contact of the charity. It names an office, never a person. */
	public record Contact(String name, String role, String email, String phone, String language,
			List<String> channels) {
	}

	/** Creates a charity that is notified in Arabic. */
	public static Charity arabic(int number, String kind, String name, String fields, String region, String domain) {
		return of(number, kind, BilingualText.arabic(name), fields, region, domain, "ar");
	}

	/** Creates a charity that is notified in English. */
	public static Charity english(int number, String kind, BilingualText name, String fields, String region,
			String domain) {
		return of(number, kind, name, fields, region, domain, "en");
	}

	private static Charity of(int number, String kind, BilingualText name, String fields, String region, String domain,
			String language) {
		Contact representative = new Contact("ممثل " + name.ar(), "REPRESENTATIVE",
				"representative@" + domain + ".test", "+9665000000%02d".formatted(number), language,
				List.of("EMAIL", "SMS"));
		return new Charity(kind, name, List.of(fields.split("")), region, List.of(representative));
	}

	/** Returns a short ASCII name for logs and keys: the domain of the email address. */
	public String slug() {
		return this.contacts.getFirst().email().replaceAll(".*@|\\.test", "");
	}

}
