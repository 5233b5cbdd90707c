package org.sharaka.chassis.event;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The JSON Schemas of {@code contracts/}, by event type. Thread-safe.
 */
public final class Contracts {

	private static final Pattern TYPE = Pattern.compile("org\\.sharaka\\.([a-z0-9-]+\\.[a-z0-9-]+)\\.v([0-9]+)");

	private static final String URN = "urn:sharaka:schema:";

	private static final int MAX_ERRORS_REPORTED = 10;

	private final Map<String, Schema> byType = new ConcurrentHashMap<>();

	private final SchemaRegistry registry;

	public Contracts() {
		this(UnaryOperator.identity());
	}

	/**
	 * @param reading changes the text of each schema before it is used; tests make
	 * schemas stricter
	 */
	public Contracts(UnaryOperator<String> reading) {
		SchemaRegistryConfig config = SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
		this.registry = SchemaRegistry.builder()
			.defaultDialectId(Dialects.getDraft202012().getId())
			.schemaRegistryConfig(config)
			.schemas((urn) -> source(urn, reading))
			.build();
	}

	/**
	 * The {@code dataschema} of a type, such as
	 * {@code urn:sharaka:schema:charity.registered:1}.
	 * @throws IllegalArgumentException if the type is not one of this project's
	 */
	public static String schemaOf(String type) {
		Matcher matcher = TYPE.matcher(type);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("not an event type of this project: " + type);
		}
		return URN + matcher.group(1) + ":" + matcher.group(2);
	}

	/**
	 * Checks the data against the schema of its type. Unknown fields are allowed.
	 * @throws InvalidEventException if it breaks the contract; the message says where and
	 * which rule, never the value
	 */
	public void check(String type, JsonNode data) {
		List<Error> errors = this.byType.computeIfAbsent(type, this::schema).validate(data);
		if (errors.isEmpty()) {
			return;
		}
		String described = errors.stream()
			.limit(MAX_ERRORS_REPORTED)
			.map(Contracts::describe)
			.distinct()
			.reduce((a, b) -> a + "; " + b)
			.orElseThrow();
		String more = (errors.size() > MAX_ERRORS_REPORTED) ? "; and " + (errors.size() - MAX_ERRORS_REPORTED) + " more"
				: "";
		throw new InvalidEventException("contract-broken",
				"the data breaks " + schemaOf(type) + ": " + described + more);
	}

	/**
	 * Loads the schema of a type, so that a missing one is noticed at start.
	 * @throws RuntimeException if it is missing or cannot be read
	 */
	public void require(String type) {
		this.byType.computeIfAbsent(type, this::schema);
	}

	private Schema schema(String type) {
		return this.registry.getSchema(SchemaLocation.of(schemaOf(type)));
	}

	/**
	 * Names the keyword and the location only, since the library's message may quote a
	 * value that a person wrote.
	 */
	private static String describe(Error error) {
		String where = error.getInstanceLocation().toString();
		String place = where.isEmpty() ? "the document" : where;
		return switch (error.getKeyword()) {
			case "required" -> place + ": '" + error.getProperty() + "' is missing";
			case "type" -> place + " has the wrong type, expected " + error.getSchemaNode();
			case "enum" -> place + " must be one of " + error.getSchemaNode();
			case "format" -> place + " is not a valid " + error.getSchemaNode().asString("");
			case "pattern" -> place + " does not match " + error.getSchemaNode();
			case "minLength", "minItems", "minProperties", "minimum" ->
				place + " is too short or too small, at least " + error.getSchemaNode();
			case "maxLength", "maxItems", "maxProperties", "maximum" ->
				place + " is too long or too large, at most " + error.getSchemaNode();
			case null, default -> place + " breaks the rule '" + error.getKeyword() + "'";
		};
	}

	private static @Nullable String source(String urn, UnaryOperator<String> reading) {
		if (!urn.startsWith(URN)) {
			return null;
		}
		String name = urn.substring(URN.length()).replace(':', '.');
		String path = "/contracts/schemas/" + name + ".schema.json";
		try (InputStream file = Contracts.class.getResourceAsStream(path)) {
			return (file != null) ? reading.apply(new String(file.readAllBytes(), StandardCharsets.UTF_8)) : null;
		}
		catch (IOException ex) {
			throw new IllegalStateException("cannot read " + path, ex);
		}
	}

}
