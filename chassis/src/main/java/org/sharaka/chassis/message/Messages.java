package org.sharaka.chassis.message;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.command.Refusal;
import org.sharaka.chassis.text.Language;
import org.sharaka.chassis.text.MessageKey;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * The texts in both languages, from UTF-8 bundles on the class path. Keys:
 * {@code problem.<name>.title}, {@code problem.<name>.detail}, {@code input.<code>} and
 * {@code word.<word>}; values are {@link MessageFormat} patterns (a single quote is
 * written twice). A service's bundle may replace a text of the chassis. Thread-safe.
 */
public final class Messages {

	/** The chassis's own bundle. */
	public static final String STANDARD = "org/sharaka/chassis/web/problems";

	private final Patterns patterns = new Patterns();

	/**
	 * @param bundles class path names without {@code _ar.properties}; they take
	 * precedence over the chassis's own
	 * @throws IllegalStateException if one is missing, cannot be read, or has a key in
	 * one language only
	 */
	public Messages(List<String> bundles) {
		bundles.forEach(Messages::check);
		check(STANDARD);
		this.patterns.addBasenames(bundles.toArray(String[]::new));
		this.patterns.addBasenames(STANDARD);
	}

	/**
	 * The text, with the arguments in their places; null if no bundle has the key, or if
	 * the text has more places than there are arguments.
	 */
	public @Nullable String find(Language language, String key, List<?> arguments) {
		MessageFormat format = this.patterns.resolveCode(key, language.locale());
		if (format == null || format.getFormatsByArgumentIndex().length > arguments.size()) {
			return null;
		}
		Object[] texts = arguments.stream().map((argument) -> text(language, argument)).toArray();
		// formats are shared, and not thread-safe
		synchronized (format) {
			return format.format(texts);
		}
	}

	/**
	 * The reason of a refusal in English, for dead letters; its code if no bundle has a
	 * text.
	 */
	public String describe(Refusal refusal) {
		String key = (refusal.pointer() != null) ? "input." + refusal.code() : "problem." + refusal.code() + ".detail";
		String reason = find(Language.EN, key, refusal.arguments());
		return (reason != null) ? reason : refusal.code();
	}

	/** Numbers keep ASCII digits without grouping, as the caller has to send them. */
	private String text(Language language, Object argument) {
		if (argument instanceof MessageKey word) {
			String text = find(language, word.key(), List.of());
			return (text != null) ? text : word.key();
		}
		return String.valueOf(argument);
	}

	private static void check(String bundle) {
		Set<String> arabic = keys(bundle, Language.AR);
		Set<String> english = keys(bundle, Language.EN);
		Set<String> oneSided = new TreeSet<>(arabic);
		oneSided.addAll(english);
		oneSided.removeIf((key) -> arabic.contains(key) && english.contains(key));
		if (!oneSided.isEmpty()) {
			throw new IllegalStateException(bundle + " has in one language only: " + oneSided);
		}
	}

	private static Set<String> keys(String bundle, Language language) {
		String file = bundle + "_" + language.tag() + ".properties";
		try {
			EncodedResource resource = new EncodedResource(new ClassPathResource(file), StandardCharsets.UTF_8);
			Set<String> keys = new TreeSet<>();
			PropertiesLoaderUtils.loadProperties(resource).forEach((key, pattern) -> {
				check(file, key, pattern.toString());
				keys.add(key.toString());
			});
			return keys;
		}
		catch (IOException ex) {
			throw new IllegalStateException(file + " cannot be read from the class path", ex);
		}
	}

	private static void check(String file, Object key, String pattern) {
		try {
			new MessageFormat(pattern, Locale.ROOT);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalStateException(file + ": " + key + " is not a message format", ex);
		}
	}

	/** Spring's message source, which also caches the parsed patterns. */
	private static final class Patterns extends ResourceBundleMessageSource {

		Patterns() {
			setDefaultEncoding(StandardCharsets.UTF_8.name());
			setFallbackToSystemLocale(false);
		}

		@Override
		protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
			return super.resolveCode(code, locale);
		}

	}

}
