package org.sharaka.contracts;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A way to read the schemas. Formats are asserted in both ways.
 */
enum Reading {

	/** As consumers read: unknown properties and unknown codes are accepted. */
	OPEN(UnaryOperator.identity()),

	/** As publishers must write: unknown properties and unknown codes are errors. */
	STRICT(Reading::close);

	private final SchemaRegistry schemas;

	Reading(UnaryOperator<JsonNode> transformation) {
		Map<String, String> documents = Stream.of("schemas", "http")
			.flatMap((directory) -> ContractFiles.list(directory, ".schema.json").stream())
			.map(ContractFiles::json)
			.collect(Collectors.toMap((schema) -> schema.get("$id").stringValue(),
					(schema) -> transformation.apply(schema).toString()));
		SchemaRegistryConfig config = SchemaRegistryConfig.builder()
			.formatAssertionsEnabled(true)
			.pathType(PathType.JSON_POINTER)
			.build();
		this.schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
				(registry) -> registry.schemas(documents).schemaRegistryConfig(config));
	}

	List<Error> errors(EventType type, JsonNode value) {
		return errors(type.urn(), value);
	}

	List<Error> errors(String urn, JsonNode value) {
		return this.schemas.getSchema(SchemaLocation.of(urn)).validate(value);
	}

	List<Error> errors(EventType type, Path file) {
		return this.schemas.getSchema(SchemaLocation.of(type.urn()))
			.validate(ContractFiles.text(file), InputFormat.JSON);
	}

	private static JsonNode close(JsonNode schema) {
		if (schema instanceof ObjectNode object) {
			if (object.path("properties").isObject() && !object.has("additionalProperties")) {
				object.put("additionalProperties", false);
			}
			if (object.path("x-codes").isObject()) {
				object.path("x-codes").propertyNames().forEach(object.putArray("enum")::add);
			}
		}
		schema.forEach(Reading::close);
		return schema;
	}

}
