package org.sharaka.chassis.web.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.Language;

/**
 * The texts of problems in both languages, from UTF-8 bundles on the class path. Keys:
 * {@code problem.<name>.title}, {@code problem.<name>.detail}, {@code input.<code>} and
 * {@code word.<word>}; values are {@link MessageFormat} patterns (a single quote is
 * written twice). A later bundle may replace a text of an earlier one. Immutable.
 */
public final class ProblemMessages {

	/** The chassis's own bundle. */
	public static final String STANDARD = "org/sharaka/chassis/web/problems";

	private final Map<Language, Map<String, String>> texts;

	/**
	 * @param bundles class path names without {@code _ar.properties}, after the chassis's
	 * own
	 * @throws IllegalStateException if one is missing, cannot be read, or has a key in
	 * one language only
	 */
	public ProblemMessages(List<String> bundles) {
		this.texts = new EnumMap<>(Language.class);
		for (Language language : Language.values()) {
			this.texts.put(language, new TreeMap<>());
		}
		add(STANDARD);
		bundles.forEach(this::add);
	}

	/**
	 * The text, with the arguments in their places; null if no bundle has the key, or if
	 * the text has more places than there are arguments.
	 */
	public @Nullable String find(Language language, String key, List<?> args) {
		String pattern = texts(language).get(key);
		if (pattern == null) {
			return null;
		}
		Object[] values = args.stream().map((arg) -> argument(language, arg)).toArray();
		MessageFormat format = new MessageFormat(pattern, Locale.ROOT);
		return (format.getFormatsByArgumentIndex().length <= values.length) ? format.format(values) : null;
	}

	/** The error's message; its code, if no bundle has one. */
	public String message(Language language, InputError error) {
		String message = find(language, "input." + error.code(), error.args());
		return (message != null) ? message : error.code();
	}

	/** Numbers keep ASCII digits without grouping, as the caller has to send them. */
	private String argument(Language language, Object arg) {
		if (arg instanceof MessageKey word) {
			return texts(language).getOrDefault(word.key(), word.key());
		}
		return String.valueOf(arg);
	}

	private Map<String, String> texts(Language language) {
		return this.texts.getOrDefault(language, Map.of());
	}

	private void add(String bundle) {
		Map<String, String> arabic = load(bundle, Language.AR);
		Map<String, String> english = load(bundle, Language.EN);
		TreeSet<String> oneSided = new TreeSet<>(arabic.keySet());
		oneSided.removeAll(english.keySet());
		english.keySet().stream().filter((key) -> !arabic.containsKey(key)).forEach(oneSided::add);
		if (!oneSided.isEmpty()) {
			throw new IllegalStateException(bundle + " has in one language only: " + oneSided);
		}
		texts(Language.AR).putAll(arabic);
		texts(Language.EN).putAll(english);
	}

	private static Map<String, String> load(String bundle, Language language) {
		String file = bundle + "_" + language.tag() + ".properties";
		try (InputStream in = ProblemMessages.class.getClassLoader().getResourceAsStream(file)) {
			if (in == null) {
				throw new IllegalStateException("no " + file + " on the class path");
			}
			Properties properties = new Properties();
			Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
			properties.load(reader);
			Map<String, String> texts = new TreeMap<>();
			properties.forEach((key, value) -> texts.put(key.toString(), checked(file, key, value.toString())));
			return texts;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String checked(String file, Object key, String pattern) {
		try {
			new MessageFormat(pattern, Locale.ROOT);
			return pattern;
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalStateException(file + ": " + key + " is no message format", ex);
		}
	}

}
