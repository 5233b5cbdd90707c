package org.sharaka.meeting.charity;

import java.util.List;
import java.util.stream.Stream;

/**
 * A field of work: the letter of a section of the classification ICNP/TSO, a code of an
 * extensible list.
 */
public record Field(String code) {

	/** The sections that were known when this was written. */
	public static final List<Field> KNOWN = Stream.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L")
		.map(Field::new)
		.toList();

}
