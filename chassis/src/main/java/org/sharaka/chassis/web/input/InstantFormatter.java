package org.sharaka.chassis.web.input;

import java.text.ParseException;
import java.time.Instant;
import java.util.Locale;

import org.springframework.format.Formatter;
import tools.jackson.databind.node.StringNode;

/**
 * Reads an instant in a query by the same rule as one in a body. Spring's own formatter
 * takes a number too, as milliseconds.
 */
public final class InstantFormatter implements Formatter<Instant> {

	@Override
	public Instant parse(String text, Locale locale) throws ParseException {
		if (Values.instant(StringNode.valueOf(text)) instanceof Parsed.Valid<Instant>(Instant instant)) {
			return instant;
		}
		throw new ParseException("not an instant", 0);
	}

	@Override
	public String print(Instant instant, Locale locale) {
		return instant.toString();
	}

}
