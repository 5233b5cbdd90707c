package org.sharaka.local.sandbox;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a text's letters say about it. */
public final class Script {

	private static final Pattern MARKS_AND_TATWEEL = Pattern.compile("[\\p{M}\u0640\u200e\u200f\u2066-\u2069]");

	private Script() {
	}

	/** {@code ar} when the text has any Arabic letter, otherwise {@code en}. */
	public static String languageOf(String text) {
		return text.codePoints()
			.anyMatch(c -> Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC)
					? "ar" : "en";
	}

	/**
	 * The text for finding, not for showing: case, harakat, tatweel, hamza seats, ة/ه,
	 * ى/ي and digit shapes make no difference.
	 */
	public static String folded(String text) {
		String bare = MARKS_AND_TATWEEL.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
		StringBuilder folded = new StringBuilder(bare.length());
		bare.toLowerCase(Locale.ROOT).codePoints().map(Script::fold).forEach(folded::appendCodePoint);
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
