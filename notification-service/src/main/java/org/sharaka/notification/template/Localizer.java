package org.sharaka.notification.template;

import java.text.BreakIterator;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.chassis.text.Language;

/**
 * Puts parameters into one language: bilingual text, dates and durations become strings,
 * everything else stays. Text that runs against the language is marked.
 *
 * @param longest where free text is cut, in UTF-16 units; dates, codes and links are
 * never cut
 */
record Localizer(Language language, int longest) {

	static final int NO_LIMIT = Integer.MAX_VALUE;

	@Nullable Object localize(@Nullable Object value) {
		return switch (value) {
			case BilingualText text -> bilingual(text);
			case ZonedDateTime time -> new LocalizedDates(this.language).of(time);
			case LocalDate date -> new LocalizedDates(this.language).date(date);
			case Duration duration -> new LocalizedDates(this.language).duration(duration);
			case Map<?, ?> map -> localize(map);
			case List<?> list -> list.stream().map(this::localize).toList();
			case String text -> DirectionMarks.markIfForeign(cut(DirectionMarks.strip(text)), this.language);
			case java.net.URI link -> DirectionMarks.mark(DirectionMarks.strip(link.toString()), Language.EN);
			case null, default -> value;
		};
	}

	private Map<String, @Nullable Object> localize(Map<?, ?> map) {
		Map<String, @Nullable Object> localized = new HashMap<>();
		map.forEach((key, value) -> localized.put(String.valueOf(key), localize(value)));
		return localized;
	}

	private String bilingual(BilingualText text) {
		String words = cut(DirectionMarks.strip(text.in(this.language)));
		Language available = text.languageFor(this.language);
		return (available == this.language) ? words : DirectionMarks.mark(words, available);
	}

	/**
	 * Cuts before a word where there is one to cut before, never inside what the reader
	 * sees as one character.
	 */
	private String cut(String text) {
		if (text.length() <= this.longest) {
			return text;
		}
		String ellipsis = (this.language == Language.EN) ? "..." : "…";
		int end = lastBoundary(BreakIterator.getWordInstance(this.language.locale()), text,
				this.longest - ellipsis.length());
		if (end < this.longest / 2) {
			end = lastBoundary(BreakIterator.getCharacterInstance(this.language.locale()), text,
					this.longest - ellipsis.length());
		}
		return text.substring(0, end).strip() + ellipsis;
	}

	private static int lastBoundary(BreakIterator boundaries, String text, int at) {
		boundaries.setText(text);
		return boundaries.isBoundary(at) ? at : Math.max(0, boundaries.preceding(at));
	}

}
