package org.sharaka.chassis.id;

import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.enums.UuidNamespace;

/**
 * The one place for ids. Every id is a UUID in its canonical form: 36 characters, lower
 * case. An interface so that a test can fix what comes next.
 */
@FunctionalInterface
public interface Ids {

	/** A version 7 UUID: rises with time, so that indexes grow at one end. */
	String newId();

	/** Random ids for production; safe for use by many threads. */
	static Ids random() {
		return () -> UuidCreator.getTimeOrderedEpochPlus1().toString();
	}

	/**
	 * A version 5 UUID (in the namespace of URLs) that depends on the parts and on
	 * nothing else. Each part is preceded by its length, so that ("a", "bc") and ("ab",
	 * "c") differ.
	 */
	static String derived(String... parts) {
		if (parts.length == 0) {
			throw new IllegalArgumentException("at least one part");
		}
		StringBuilder name = new StringBuilder("urn:sharaka:id");
		for (String part : parts) {
			name.append(':').append(part.length()).append(':').append(part);
		}
		return UuidCreator.getNameBasedSha1(UuidNamespace.NAMESPACE_URL, name.toString()).toString();
	}

	/** Whether the text is an id in canonical form; upper case is not. */
	static boolean isId(String text) {
		try {
			return UUID.fromString(text).toString().equals(text);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
