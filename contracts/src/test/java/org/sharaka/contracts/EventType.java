package org.sharaka.contracts;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type and version of an event, and the names that are derived from them.
 *
 * @param name aggregate and past tense, for example {@code charity.registered}
 * @param version from 1
 */
record EventType(String name, int version) {

	private static final Pattern FULL_NAME = Pattern.compile("org\\.sharaka\\.([a-z]+\\.[a-z-]+)\\.v([1-9][0-9]*)");

	static EventType parse(String fullName) {
		Matcher matcher = FULL_NAME.matcher(fullName);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("not an event type of Sharaka: " + fullName);
		}
		return new EventType(matcher.group(1), Integer.parseInt(matcher.group(2)));
	}

	/** The type of a sample, with which the name of its file begins. */
	static EventType ofSample(Path file) {
		Matcher matcher = FULL_NAME.matcher(file.getFileName().toString());
		if (!matcher.lookingAt()) {
			throw new IllegalArgumentException("the name of " + file + " does not begin with an event type");
		}
		return parse(matcher.group());
	}

	String fullName() {
		return "org.sharaka." + name() + ".v" + version();
	}

	String urn() {
		return "urn:sharaka:schema:" + name() + ":" + version();
	}

	Path schemaFile() {
		return Path.of("schemas", name() + "." + version() + ".schema.json");
	}

	@Override
	public String toString() {
		return fullName();
	}

}
