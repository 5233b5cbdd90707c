package org.sharaka.local.sandbox.message;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Detects the language of a text and normalises texts for searching. */
public final class TextAnalysis {

	private static final Pattern MARKS_AND_TATWEEL = Pattern.compile("[\\p{M}\u0640\u200e\u200f\u2066-\u2069]");

	private TextAnalysis() {
	}

	/** Returns {@code ar} if the text has an Arabic letter, otherwise {@code en}. */
	public static String languageOf(String text) {
		return text.codePoints()
			.anyMatch(c -> Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC)
					? "ar" : "en";
	}

	/**
	 * Normalises a text for comparison, not for display: upper and lower case, harakat,
	 * tatweel, hamza forms, ة and ه, ى and ي, and Arabic-Indic digits make no difference.
	 */
	public static String folded(String text) {
		String bare = MARKS_AND_TATWEEL.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
		StringBuilder folded = new StringBuilder(bare.length());
		bare.toLowerCase(Locale.ROOT).codePoints().map(TextAnalysis::fold).forEach(folded::appendCodePoint);
		return folded.toString();
	}

	private static int fold(int c) {
		if (Character.isDigit(c)) {
			return '0' + Character.digit(c, 10);
		}
		return switch (c) {
			case 'ة' -> 'ه';
			case 'ى' -> 'ي';
			default -> c;
		};
	}

}
