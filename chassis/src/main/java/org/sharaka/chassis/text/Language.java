package org.sharaka.chassis.text;

import java.util.Locale;
import java.util.Optional;

/** The languages that the product speaks. Arabic is the primary one. */
public enum Language {

	AR("ar", "rtl"), EN("en", "ltr");

	private final String tag;

	private final String direction;

	Language(String tag, String direction) {
		this.tag = tag;
		this.direction = direction;
	}

	/** The BCP 47 tag, as it stands in JSON and in HTML's {@code lang}. */
	public String tag() {
		return this.tag;
	}

	/** The direction of writing, as in HTML's {@code dir}: {@code rtl} or {@code ltr}. */
	public String direction() {
		return this.direction;
	}

	public Locale locale() {
		return Locale.forLanguageTag(this.tag);
	}

	/** The language of exactly this tag; {@code ar-SA} is not one. */
	public static Optional<Language> ofTag(String tag) {
		for (Language language : values()) {
			if (language.tag.equals(tag)) {
				return Optional.of(language);
			}
		}
		return Optional.empty();
	}

}
