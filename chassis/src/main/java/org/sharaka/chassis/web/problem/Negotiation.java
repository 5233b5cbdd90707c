package org.sharaka.chassis.web.problem;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.Language;

/**
 * Chooses the language of a response from {@code Accept-Language} (RFC 9110, 12.5.4). It
 * is English if the header is absent or names neither language: browsers and apps send
 * the header, whereas a program that does not is read by developers.
 */
public final class Negotiation {

	private static final List<Locale> LOCALES = List.of(Language.AR.locale(), Language.EN.locale());

	private Negotiation() {
	}

	/**
	 * @param header the field's value; null without it
	 */
	public static Language language(@Nullable String header) {
		if (header == null || header.isBlank()) {
			return Language.EN;
		}
		try {
			Locale chosen = Locale.lookup(LanguageRange.parse(header), LOCALES);
			return (chosen != null) ? Language.ofTag(chosen.getLanguage()).orElse(Language.EN) : Language.EN;
		}
		catch (IllegalArgumentException ex) {
			return Language.EN;
		}
	}

}
