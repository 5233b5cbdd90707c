package org.sharaka.registry.charity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A field of work: a section of the International Classification of Non-profit and Third
 * Sector Organizations (ICNP/TSO). The list may grow: a value that was stored or
 * published may have a code that is not among {@link #KNOWN}.
 */
public record Field(String code) {

	private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,49}");

	/**
	 * A culture, communication and recreation; B education; C health; D social services;
	 * E environmental protection and animal welfare; F community and economic
	 * development, housing; G civic, advocacy and international; H philanthropic
	 * intermediaries and voluntarism promotion; I religious congregations and
	 * associations; J business, professional and labour organizations; K professional,
	 * scientific and administrative services; L other activities.
	 */
	public static final List<Field> KNOWN = Stream.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L")
		.map(Field::new)
		.toList();

	public Field {
		if (!FORM.matcher(code).matches()) {
			throw new IllegalArgumentException("not the code of a field");
		}
	}

	/** The field with this code, known or not. */
	public static Optional<Field> parse(String code) {
		return FORM.matcher(code).matches() ? Optional.of(new Field(code)) : Optional.empty();
	}

}
