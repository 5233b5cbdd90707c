package org.sharaka.chassis.web.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the JSON Schemas of {@code contracts/} as components of an OpenAPI 3.1 document.
 * A schema of HTTP has the id {@code urn:sharaka:http:<name>}, one that events use too
 * {@code urn:sharaka:schema:<name>:<version>}; both become the component whose name is
 * theirs in camel case. Not thread-safe.
 */
final class SchemaFiles {

	static final String HTTP = "urn:sharaka:http:";

	private static final String COMPONENTS = "#/components/schemas/";

	private static final Pattern URN = Pattern
		.compile("urn:sharaka:(?:http:(?<http>[a-z0-9-]+)|schema:(?<shared>[a-z0-9.-]+):(?<version>[0-9]+))");

	private final Map<String, Schema<?>> components = new LinkedHashMap<>();

	/** The components that have been referred to so far, by name. */
	Map<String, Schema<?>> components() {
		return this.components;
	}

	/**
	 * A reference to the component of this schema, which is read with all it refers to.
	 */
	Schema<?> reference(String urn) {
		return new Schema<>().$ref(component(urn));
	}

	/** The content of this schema, with references to components. */
	ObjectNode read(String urn) {
		Matcher name = match(urn);
		String path = (name.group("http") != null) ? "/contracts/http/" + name.group("http") + ".schema.json"
				: "/contracts/schemas/" + name.group("shared") + "." + name.group("version") + ".schema.json";
		try (InputStream file = SchemaFiles.class.getResourceAsStream(path)) {
			if (file == null) {
				throw new IllegalStateException("there is no schema " + path + " on the class path");
			}
			ObjectNode schema = (ObjectNode) JsonMapper.shared().readTree(file);
			// a component must not change the base of its references
			schema.remove("$schema");
			schema.remove("$id");
			pointToComponents(schema);
			return schema;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Schema<?> model(JsonNode schema) {
		try {
			return Json31.mapper().readValue(schema.toString(), Schema.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A value as the library writes it into the document. */
	static Object value(JsonNode json) {
		try {
			return Json31.mapper().readTree(json.toString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void pointToComponents(JsonNode node) {
		if (node instanceof ObjectNode object && object.path("$ref").isString()
				&& object.path("$ref").stringValue().startsWith("urn:")) {
			object.put("$ref", component(object.path("$ref").stringValue()));
		}
		node.forEach(this::pointToComponents);
	}

	private String component(String urn) {
		Matcher matcher = match(urn);
		String words = (matcher.group("http") != null) ? matcher.group("http") : matcher.group("shared");
		String name = Arrays.stream(words.split("[-.]"))
			.map((word) -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
			.collect(Collectors.joining());
		if (!this.components.containsKey(name)) {
			// known before it is read, so that a schema may refer to itself
			this.components.put(name, new Schema<>());
			this.components.put(name, model(read(urn)));
		}
		return COMPONENTS + name;
	}

	private static Matcher match(String urn) {
		Matcher matcher = URN.matcher(urn);
		if (!matcher.matches()) {
			throw new IllegalStateException(urn + " is not the id of a schema");
		}
		return matcher;
	}

}
