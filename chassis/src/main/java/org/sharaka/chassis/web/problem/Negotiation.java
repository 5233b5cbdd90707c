package org.sharaka.chassis.web.problem;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.Language;

/**
 * Chooses the language of an answer from {@code Accept-Language} (RFC 9110, 12.5.4), with
 * its q-values. English if the header is absent or asks for neither: a caller that says
 * nothing is a program, and who reads its logs is looking for English; who reads Arabic
 * does so in a browser or an app, and these send the header.
 */
public final class Negotiation {

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
			List<LanguageRange> ranges = LanguageRange.parse(header);
			Wish arabic = wish(ranges, Language.AR);
			Wish english = wish(ranges, Language.EN);
			return arabic.isBefore(english) ? Language.AR : Language.EN;
		}
		catch (IllegalArgumentException ex) {
			return Language.EN;
		}
	}

	/** How much a language is wanted (negative: not named), and how early it is named. */
	private record Wish(double weight, int place) {

		private static final Wish NONE = new Wish(-1, Integer.MAX_VALUE);

		boolean isBefore(Wish other) {
			if (this.weight <= 0) {
				// neither is wanted: the default, unless that was refused and this was
				// not
				return other.weight == 0 && this.weight < 0;
			}
			return this.weight > other.weight || (this.weight == other.weight && this.place < other.place);
		}

	}

	/** A range that names the language goes before {@code *}. */
	private static Wish wish(List<LanguageRange> ranges, Language language) {
		Wish wish = Wish.NONE;
		for (int place = 0; place < ranges.size(); place++) {
			LanguageRange range = ranges.get(place);
			String primary = range.getRange().split("-", 2)[0].toLowerCase(Locale.ROOT);
			if (primary.equals(language.tag()) && range.getWeight() > wish.weight()) {
				wish = new Wish(range.getWeight(), place);
			}
		}
		if (wish == Wish.NONE) {
			for (LanguageRange range : ranges) {
				if (range.getRange().equals("*")) {
					return new Wish(range.getWeight(), Integer.MAX_VALUE);
				}
			}
		}
		return wish;
	}

}
