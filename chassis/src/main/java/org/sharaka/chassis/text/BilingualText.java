package org.sharaka.chassis.text;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A text in Arabic and, if there is one, in English. Kept as it was given, to the
 * character.
 *
 * @param ar the Arabic text, never blank
 * @param en the English text; null if there is none, never blank
 */
public record BilingualText(String ar, @Nullable String en) {

	public BilingualText {
		Objects.requireNonNull(ar, "ar");
		if (ar.isBlank()) {
			throw new IllegalArgumentException("ar is blank");
		}
		if (en != null && en.isBlank()) {
			throw new IllegalArgumentException("en is blank");
		}
	}

	/** A text in Arabic only. */
	public static BilingualText arabic(String ar) {
		return new BilingualText(ar, null);
	}

	/** The text in this language, or the Arabic one if there is no English. */
	public String in(Language language) {
		return (language == Language.EN && this.en != null) ? this.en : this.ar;
	}

	/** The language that {@link #in} answers in. */
	public Language languageFor(Language wanted) {
		return (wanted == Language.EN && this.en == null) ? Language.AR : wanted;
	}

}
