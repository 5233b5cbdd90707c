package org.sharaka.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * AsyncAPI tools resolve files but no URNs, so that {@code asyncapi/schemas.json} repeats
 * all schemas with references within that file. It is written by this test when the
 * system property {@code contracts.write} is set.
 */
class SchemasForAsyncApiToolsAreCurrentTest {

	private static final Path COPY = ContractFiles.ROOT.resolve("asyncapi/schemas.json");

	@Test
	void repeatEverySchema() throws IOException {
		String expected = print(repeated()) + "\n";
		if (Boolean.getBoolean("contracts.write")) {
			Files.writeString(COPY, expected);
		}
		assertThat(ContractFiles.text(COPY).equals(expected))
			.as("asyncapi/schemas.json repeats schemas/; else write it: mvn -pl contracts test -Dcontracts.write=true")
			.isTrue();
	}

	private static ObjectNode repeated() {
		ObjectNode all = JsonMapper.shared().createObjectNode();
		all.put("$comment",
				"Generated from ../schemas for tools that do not resolve urn references; not to be edited. See ../README.md.");
		for (Path file : ContractFiles.list("schemas", ".schema.json")) {
			ObjectNode schema = (ObjectNode) ContractFiles.json(file);
			schema.remove("$id");
			schema.remove("$schema");
			referWithin(schema);
			all.set(file.getFileName().toString().replace(".schema.json", ""), schema);
		}
		return all;
	}

	private static void referWithin(JsonNode schema) {
		if (schema instanceof ObjectNode object && object.path("$ref").isString()) {
			String urn = object.get("$ref").stringValue();
			object.put("$ref", urn.replace("urn:sharaka:schema:", "#/").replaceFirst(":([0-9]+)$", ".$1"));
		}
		schema.forEach(SchemasForAsyncApiToolsAreCurrentTest::referWithin);
	}

	private static String print(JsonNode json) {
		var indenter = new DefaultIndenter("  ", "\n");
		var printer = new DefaultPrettyPrinter(
				Separators.createDefaultInstance().withObjectNameValueSpacing(Spacing.AFTER))
			.withObjectIndenter(indenter)
			.withArrayIndenter(indenter);
		return JsonMapper.shared().writer().with(printer).writeValueAsString(json);
	}

}
