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
 * Words in the form in which they are searched. Different spellings of a word become the
 * same: forms of hamza and alef, ة and ه, ى and ي, harakat, tatweel, presentation forms,
 * Persian letters and digits, letter case and accents. A word is found with and without
 * its article. For search only: two names that become the same are not the same name.
 */
final class SearchWords {

	private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}\u0640]");

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

	/** Article and one-letter words that Arabic writes together with the next word. */
	private static final List<String> PREFIXES = List.of("وال", "بال", "كال", "فال", "لل", "ال", "و", "ل", "ب");

	private static final List<String> ARTICLES = List.of("وال", "بال", "لل", "ال");

	/** A prefix is removed only if at least this many letters remain. */
	private static final int MIN_STEM_LENGTH = 3;

	private SearchWords() {
	}

	/** The words under which a text is found, with and without their prefixes. */
	static Set<String> indexed(String text) {
		Set<String> indexed = new LinkedHashSet<>();
		for (String word : words(text)) {
			indexed.add(word);
			PREFIXES.stream()
				.filter((prefix) -> isPrefix(prefix, word))
				.map((prefix) -> word.substring(prefix.length()))
				.forEach(indexed::add);
		}
		return indexed;
	}

	/**
	 * The words of a query: a text matches if each is the beginning of one of its indexed
	 * words.
	 */
	static Set<String> searched(String query) {
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
		return word.startsWith(prefix) && word.length() >= prefix.length() + MIN_STEM_LENGTH;
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

	/**
	 * Decomposition separates hamza and madda from their letters; they are then removed
	 * with the other marks.
	 */
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
