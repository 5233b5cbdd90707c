package org.sharaka.registry.charity.mongo;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.sharaka.chassis.text.Digits;

/**
 * Words as they are searched for. Folds what people spell in several ways: forms of hamza
 * and alef, ة and ه, ى and ي, harakat, tatweel, presentation forms, Persian letters and
 * digits, letter case and accents; and finds a word with or without its article. For
 * search only: two names that fold alike are not the same name.
 */
final class SearchWords {

	private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}\u0640]");

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

	/** Article and one-letter words that Arabic writes together with the next word. */
	private static final List<String> PREFIXES = List.of("وال", "بال", "كال", "فال", "لل", "ال", "و", "ل", "ب");

	private static final List<String> ARTICLES = List.of("وال", "بال", "لل", "ال");

	/** What is left without a prefix has at least so many letters, or it was none. */
	private static final int SHORTEST_STEM = 3;

	private SearchWords() {
	}

	/** What is kept of a text, for a prefix of each to be looked up. */
	static Set<String> keptFor(String text) {
		Set<String> kept = new LinkedHashSet<>();
		for (String word : words(text)) {
			kept.add(word);
			PREFIXES.stream()
				.filter((prefix) -> isPrefix(prefix, word))
				.map((prefix) -> word.substring(prefix.length()))
				.forEach(kept::add);
		}
		return kept;
	}

	/** What is looked up: each is to be the beginning of a kept word. */
	static Set<String> lookedUp(String query) {
		Set<String> wanted = new LinkedHashSet<>();
		for (String word : words(query)) {
			wanted.add(ARTICLES.stream()
				.filter((article) -> isPrefix(article, word))
				.findFirst()
				.map((article) -> word.substring(article.length()))
				.orElse(word));
		}
		return wanted;
	}

	private static boolean isPrefix(String prefix, String word) {
		return word.startsWith(prefix) && word.length() >= prefix.length() + SHORTEST_STEM;
	}

	private static List<String> words(String text) {
		List<String> words = new ArrayList<>();
		for (String word : BETWEEN_WORDS.split(folded(text))) {
			if (!word.isEmpty()) {
				words.add(word);
			}
		}
		return words;
	}

	/** Decomposition takes hamza and madda off their letters; as marks they then go. */
	private static String folded(String text) {
		String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
		String bare = MARKS.matcher(decomposed).replaceAll("");
		StringBuilder folded = new StringBuilder(bare.length());
		bare.chars().forEach((c) -> folded.append(folded((char) c)));
		return Digits.toAscii(folded.toString()).toLowerCase(Locale.ROOT);
	}

	private static char folded(char c) {
		return switch (c) {
			case 'ٱ' -> 'ا';
			case 'ة' -> 'ه';
			case 'ى', 'ی' -> 'ي';
			case 'ک' -> 'ك';
			default -> c;
		};
	}

}
