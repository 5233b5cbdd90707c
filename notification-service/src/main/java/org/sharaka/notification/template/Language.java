package org.sharaka.notification.template;

import java.util.Locale;

/**
 * The languages that notices are written in. Arabic comes first.
 */
public enum Language {

	AR("rtl"), EN("ltr");

	private final String direction;

	Language(String direction) {
		this.direction = direction;
	}

	/** {@code ar} or {@code en}: the form of files, headers and the contract. */
	public String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** {@code rtl} or {@code ltr}. */
	public String direction() {
		return this.direction;
	}

	public Locale locale() {
		return Locale.forLanguageTag(tag());
	}

	/**
	 * @throws IllegalArgumentException for any other tag than {@code ar} and {@code en}
	 */
	public static Language of(String tag) {
		for (Language language : values()) {
			if (language.tag().equals(tag)) {
				return language;
			}
		}
		throw new IllegalArgumentException("Not a language of notices: " + tag);
	}

}
