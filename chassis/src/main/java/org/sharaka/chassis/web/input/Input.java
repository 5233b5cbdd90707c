package org.sharaka.chassis.web.input;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.chassis.text.Language;
import org.sharaka.chassis.web.problem.InputError;
import org.sharaka.chassis.web.problem.ProblemException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON object that came from outside, and the errors found in it so far. Each accessor
 * parses one field. If that fails, it records the reason and returns null (or an empty
 * list or set), so that one pass finds every error. Values are used only inside
 * {@link #orThrow} (at the root) or {@link #build} (in a nested object), which run their
 * supplier only if nothing was wrong:
 *
 * <pre>
 * var kind = input.oneOf("kind", Kind.class);
 * var note = input.optional().multilineText("note", 1, 4000);
 * var contacts = input.list("contacts", 0, 20, (contact) -> {
 *     var name = contact.text("name", 1, 200);
 *     return contact.build(() -> new Contact(name));
 * });
 * return input.orThrow(() -> new Application(kind, note, contacts));
 * </pre>
 *
 * A field that is missing is {@code required}, one that is null is
 * {@code null-not-allowed}; {@link #optional()} treats both as absent, and a blank single
 * value too. Unknown fields are ignored. Not thread-safe.
 */
public final class Input {

	private final ErrorList errors;

	private final String pointer;

	private final JsonNode object;

	private final boolean optional;

	private Input(ErrorList errors, String pointer, JsonNode object, boolean optional) {
		this.errors = errors;
		this.pointer = pointer;
		this.object = object;
		this.optional = optional;
	}

	/** The document of a request or an event; anything but an object is one error. */
	public static Input of(@Nullable JsonNode document) {
		JsonNode node = (document != null) ? document : JsonNodeFactory.instance.nullNode();
		Input input = new Input(new ErrorList(node, false), "", node, false);
		if (!node.isObject()) {
			input.take("", Values.wrongType("object"));
		}
		return input;
	}

	/**
	 * The parameters of a query; their pointers are {@code ?name}. A parameter that is
	 * given more than once is a list, a list may be given once, a blank one is absent.
	 * All are optional but those asked for through {@link #required()}.
	 */
	public static Input ofQuery(Map<String, List<String>> parameters) {
		ObjectNode node = JsonNodeFactory.instance.objectNode();
		parameters.forEach((name, all) -> {
			List<String> values = all.stream().filter((value) -> value != null && !value.isBlank()).toList();
			if (values.size() == 1) {
				node.put(name, values.getFirst());
			}
			else if (!values.isEmpty()) {
				values.forEach(node.withArray("/" + name.replace("~", "~0").replace("/", "~1"))::add);
			}
		});
		return new Input(new ErrorList(node, true), "", node, true);
	}

	/** The same object, whose fields may be absent. */
	public Input optional() {
		return new Input(this.errors, this.pointer, this.object, true);
	}

	/** The same object, whose fields must be there: what a document is to begin with. */
	public Input required() {
		return new Input(this.errors, this.pointer, this.object, false);
	}

	/** Whether the field is there, even if null: for merge patches (RFC 7396). */
	public boolean has(String name) {
		return this.object.has(name);
	}

	/** Whether the field is there and null: in a merge patch, "remove it". */
	public boolean isNull(String name) {
		return this.object.has(name) && this.object.get(name).isNull();
	}

	/**
	 * Whether an optional single value is absent: missing, null, or a blank text.
	 */
	public boolean isAbsent(String name) {
		JsonNode node = this.object.path(name);
		return node.isMissingNode() || node.isNull() || isBlank(node);
	}

	private static boolean isBlank(JsonNode node) {
		return node.isString() && node.stringValue().isBlank();
	}

	/** The JSON as it came. */
	public JsonNode json() {
		return this.object;
	}

	/** Text on one line; trimmed, its length in code points. */
	public @Nullable String text(String name, int min, int max) {
		return map(name, Values.text(min, max));
	}

	/** Text that may have several lines. */
	public @Nullable String multilineText(String name, int min, int max) {
		return map(name, Values.multilineText(min, max));
	}

	public <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
		return map(name, Values.oneOf(EnumSet.allOf(type), Enum::name));
	}

	/** One of these, by its name in JSON. */
	public <T> @Nullable T oneOf(String name, List<T> allowed, Function<T, String> nameInJson) {
		return map(name, Values.oneOf(allowed, nameInJson));
	}

	public @Nullable Language language(String name) {
		return oneOf(name, List.of(Language.values()), Language::tag);
	}

	/** At least {@code min} different constants; each twice is an error. */
	public <E extends Enum<E>> Set<E> setOf(String name, Class<E> type, int min) {
		EnumSet<E> all = EnumSet.allOf(type);
		List<E> items = items(name, min, all.size(), Values.oneOf(all, Enum::name));
		return Collections.unmodifiableSet(new LinkedHashSet<>(items));
	}

	/** A whole number, both bounds included; as a JSON number or as text. */
	public @Nullable Integer integer(String name, int min, int max) {
		return map(name, Values.integer(min, max));
	}

	public @Nullable Boolean bool(String name) {
		return map(name, Values::bool);
	}

	public @Nullable LocalDateTime localDateTime(String name) {
		return map(name, Values::localDateTime);
	}

	public @Nullable LocalDate date(String name) {
		return map(name, Values::date);
	}

	public @Nullable Instant instant(String name) {
		return map(name, Values::instant);
	}

	public @Nullable ZoneId zone(String name) {
		return map(name, Values::zone);
	}

	/** An absolute http or https address. */
	public @Nullable URI uri(String name) {
		return map(name, Values::uri);
	}

	public @Nullable String id(String name) {
		return map(name, Values::id);
	}

	/** Ids without repetition. */
	public List<String> ids(String name, int min, int max) {
		return items(name, min, max, Values::id);
	}

	/** Texts on one line each, without repetition. */
	public List<String> strings(String name, int min, int max, int maxLength) {
		return items(name, min, max, Values.text(1, maxLength));
	}

	/** {@code {"ar": …, "en"?: …}}, each of one line and at most {@code max} long. */
	public @Nullable BilingualText bilingual(String name, int max) {
		return object(name, (in) -> Values.bilingual(in, Values.text(1, max)));
	}

	/** {@code {"ar": …, "en"?: …}}, each of any number of lines. */
	public @Nullable BilingualText bilingualMultilineText(String name, int max) {
		return object(name, (in) -> Values.bilingual(in, Values.multilineText(1, max)));
	}

	/**
	 * A field of a type of the caller's own: text that the function knows, or this error.
	 */
	public <T> @Nullable T parsed(String name, String errorCode, Function<String, Optional<T>> parser) {
		return map(name, (node) -> Values.string(node)
			.then((text) -> parser.apply(text.strip()).map(Parsed::valid).orElseGet(() -> Parsed.invalid(errorCode))));
	}

	/** A field of a type of the caller's own; the function never sees null. */
	public <T> @Nullable T map(String name, Function<JsonNode, Parsed<T>> parser) {
		JsonNode node = find(name);
		boolean blank = this.optional && node != null && isBlank(node);
		return (node != null && !blank) ? take(child(name), parser.apply(node)) : null;
	}

	/** A nested object; the function should end with {@link #build}. */
	public <T> @Nullable T object(String name, Function<Input, @Nullable T> parser) {
		JsonNode node = find(name);
		return (node != null) ? nested(child(name), node, parser) : null;
	}

	/**
	 * Nested objects; the function should end with {@link #build}. Without the wrong
	 * ones.
	 */
	public <T> List<T> list(String name, int min, int max, Function<Input, @Nullable T> parser) {
		List<T> good = new ArrayList<>();
		elements(name, min, max, (pointer, node) -> {
			T one = nested(pointer, node, parser);
			if (one != null) {
				good.add(one);
			}
		});
		return List.copyOf(good);
	}

	/** Single values without repetition. Without the wrong ones. */
	public <T> List<T> items(String name, int min, int max, Function<JsonNode, Parsed<T>> parser) {
		Set<T> good = new LinkedHashSet<>();
		elements(name, min, max, (pointer, node) -> {
			T one = node.isNull() ? refuse(pointer, "null-not-allowed") : take(pointer, parser.apply(node));
			if (one != null && !good.add(one)) {
				refuse(pointer, "duplicate");
			}
		});
		return List.copyOf(good);
	}

	/**
	 * Records the breach of a rule that concerns more than one field.
	 * @param relativePointer such as {@code /endsAt}; "" is this object itself
	 * @param code its message is {@code input.<code>} in the bundles
	 */
	public void reject(String relativePointer, String code, Object... args) {
		this.errors.add(this.pointer + relativePointer, code, List.of(args));
	}

	/** What was wrong so far, anywhere in the document, in the document's order. */
	public List<InputError> errors() {
		return this.errors.inDocumentOrder();
	}

	/** The value, or null if anything in this object or under it was wrong. */
	public <T> @Nullable T build(Supplier<T> value) {
		return this.errors.isEmptyUnder(this.pointer) ? value.get() : null;
	}

	/**
	 * The value, if nothing anywhere in the document was wrong.
	 * @throws ProblemException {@code invalid-input} with every error
	 */
	public <T> T orThrow(Supplier<T> value) {
		List<InputError> found = errors();
		if (!found.isEmpty()) {
			throw ProblemException.invalidInput(found);
		}
		return value.get();
	}

	private @Nullable JsonNode find(String name) {
		if (!this.object.isObject()) {
			return null;
		}
		JsonNode node = this.object.get(name);
		if (node == null || node.isNull()) {
			return this.optional ? null : refuse(child(name), (node != null) ? "null-not-allowed" : "required");
		}
		return node;
	}

	private <T> @Nullable T nested(String at, JsonNode node, Function<Input, @Nullable T> parser) {
		if (!node.isObject()) {
			return take(at, Values.wrongType("object"));
		}
		return parser.apply(new Input(this.errors, at, node, false));
	}

	private void elements(String name, int min, int max, BiConsumer<String, JsonNode> each) {
		JsonNode node = find(name);
		if (node == null) {
			return;
		}
		String at = child(name);
		if (this.errors.isQuery() && node.isString()) {
			each.accept(at, node);
		}
		else if (!node.isArray()) {
			take(at, Values.wrongType("list"));
		}
		else if (node.size() < min) {
			refuse(at, "too-few", min);
		}
		else if (node.size() > max) {
			refuse(at, "too-many", max);
		}
		else {
			for (int index = 0; index < node.size(); index++) {
				each.accept(at + "/" + index, node.get(index));
			}
		}
	}

	private <T> @Nullable T take(String at, Parsed<T> parsed) {
		return switch (parsed) {
			case Parsed.Valid<T>(T value) -> value;
			case Parsed.Invalid<T>(String code, List<Object> args) -> {
				this.errors.add(at, code, args);
				yield null;
			}
		};
	}

	private <T> @Nullable T refuse(String at, String code, Object... args) {
		this.errors.add(at, code, List.of(args));
		return null;
	}

	private String child(String name) {
		String escaped = name.replace("~", "~0").replace("/", "~1");
		return (this.errors.isQuery() && this.pointer.isEmpty() ? "?" : this.pointer + "/") + escaped;
	}

}
