package org.sharaka.chassis.web.input;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.id.Ids;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.chassis.text.Digits;
import org.sharaka.chassis.text.MessageKey;
import tools.jackson.databind.JsonNode;

/**
 * Parsers of single JSON values (never of null), for {@link Input#map},
 * {@link Input#items} and the shorthands of {@link Input}. Lengths are counted in Unicode
 * code points. Where a person may type digits, Arabic-Indic ones are taken.
 */
public final class Values {

	private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");

	private static final Pattern LOCAL = Pattern
		.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?");

	private static final Pattern OFFSET = Pattern.compile("(Z|[+-][0-9]{2}:[0-9]{2})");

	private static final int MAX_URI = 2000;

	private Values() {
	}

	/** Text on one line, without the white space around it. */
	public static Function<JsonNode, Parsed<String>> text(int min, int max) {
		return (node) -> string(node).then((text) -> PlainText.parse(text, min, max, false));
	}

	/** Text that may have several lines, without the white space around it. */
	public static Function<JsonNode, Parsed<String>> multilineText(int min, int max) {
		return (node) -> string(node).then((text) -> PlainText.parse(text, min, max, true));
	}

	/** One of these, by its name in JSON. */
	public static <T> Function<JsonNode, Parsed<T>> oneOf(Collection<T> allowed, Function<T, String> name) {
		return (node) -> string(node).then((text) -> {
			String wanted = text.strip();
			for (T one : allowed) {
				if (name.apply(one).equals(wanted)) {
					return Parsed.valid(one);
				}
			}
			return Parsed.invalid("unknown-value", allowed.stream().map(name).collect(Collectors.joining(", ")));
		});
	}

	/** A JSON number without a fraction, or the same as text. */
	public static Function<JsonNode, Parsed<Integer>> integer(int min, int max) {
		return (node) -> wholeNumber(node).then((number) -> {
			if (number.compareTo(BigDecimal.valueOf(min)) < 0 || number.compareTo(BigDecimal.valueOf(max)) > 0) {
				return Parsed.invalid("out-of-range", min, max);
			}
			return Parsed.valid(number.intValueExact());
		});
	}

	/** {@code true} or {@code false}. */
	public static Parsed<Boolean> bool(JsonNode node) {
		return node.isBoolean() ? Parsed.valid(node.booleanValue()) : wrongType("boolean");
	}

	/**
	 * A local date and time such as {@code 2026-12-01T10:00:00}; seconds may be left out.
	 */
	public static Parsed<LocalDateTime> localDateTime(JsonNode node) {
		return machineText(node).then((text) -> LOCAL.matcher(text).matches()
				? attempt("bad-date-time", () -> LocalDateTime.parse(text)) : Parsed.invalid("bad-date-time"));
	}

	/** A date such as {@code 2026-12-01}. */
	public static Parsed<LocalDate> date(JsonNode node) {
		return machineText(node).then((text) -> (text.length() == 10) ? attempt("bad-date", () -> LocalDate.parse(text))
				: Parsed.invalid("bad-date"));
	}

	/** An RFC 3339 instant; any offset. */
	public static Parsed<Instant> instant(JsonNode node) {
		return machineText(node).then((text) -> {
			String upper = text.toUpperCase(Locale.ROOT);
			String[] parts = upper.split("(?=Z$|[+-][0-9]{2}:[0-9]{2}$)");
			if (parts.length != 2 || !LOCAL.matcher(parts[0]).matches() || !OFFSET.matcher(parts[1]).matches()) {
				return Parsed.invalid("bad-instant");
			}
			return attempt("bad-instant", () -> OffsetDateTime.parse(upper).toInstant());
		});
	}

	/** A zone by its IANA name, such as {@code Asia/Riyadh}; an offset is not a zone. */
	public static Parsed<ZoneId> zone(JsonNode node) {
		return string(node).then((text) -> ZoneId.getAvailableZoneIds().contains(text.strip())
				? Parsed.valid(ZoneId.of(text.strip())) : Parsed.invalid("unknown-zone"));
	}

	/** An absolute http or https address of at most 2000 characters. */
	public static Parsed<URI> uri(JsonNode node) {
		return string(node).then((text) -> {
			try {
				URI uri = new URI(text.strip());
				boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
				boolean good = web && uri.getRawAuthority() != null && text.length() <= MAX_URI;
				return good ? Parsed.valid(uri) : Parsed.invalid("bad-uri");
			}
			catch (URISyntaxException ex) {
				return Parsed.invalid("bad-uri");
			}
		});
	}

	/** An id, brought to its canonical lower case. */
	public static Parsed<String> id(JsonNode node) {
		return string(node).then((text) -> {
			String id = text.strip().toLowerCase(Locale.ROOT);
			return Ids.isId(id) ? Parsed.valid(id) : Parsed.invalid("bad-id");
		});
	}

	/** Any JSON string, as it is. */
	public static Parsed<String> string(JsonNode node) {
		return node.isString() ? Parsed.valid(node.stringValue()) : wrongType("text");
	}

	static @Nullable BilingualText bilingual(Input in, Function<JsonNode, Parsed<String>> parser) {
		String ar = in.map("ar", parser);
		String en = in.optional().map("en", parser);
		return (ar != null) ? in.build(() -> new BilingualText(ar, en)) : null;
	}

	static <T> Parsed<T> wrongType(String expected) {
		return Parsed.invalid("wrong-type", new MessageKey("word." + expected));
	}

	private static Parsed<String> machineText(JsonNode node) {
		return string(node).then((text) -> Parsed.valid(Digits.toAscii(text.strip())));
	}

	private static Parsed<BigDecimal> wholeNumber(JsonNode node) {
		if (node.isString()) {
			String text = Digits.toAscii(node.stringValue().strip());
			return INTEGER.matcher(text).matches() ? Parsed.valid(new BigDecimal(text)) : wrongType("integer");
		}
		return node.canConvertToExactIntegral() ? Parsed.valid(node.decimalValue()) : wrongType("integer");
	}

	private static <T> Parsed<T> attempt(String code, TemporalParser<T> parser) {
		try {
			return Parsed.valid(parser.parse());
		}
		catch (DateTimeException ex) {
			return Parsed.invalid(code);
		}
	}

	@FunctionalInterface
	private interface TemporalParser<T> {

		T parse();

	}

}
