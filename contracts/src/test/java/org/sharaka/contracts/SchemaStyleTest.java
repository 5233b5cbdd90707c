package org.sharaka.contracts;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the strict reading, the comparison of releases and a loader on the class path rest
 * on.
 */
class SchemaStyleTest {

	private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

	private static final String URN = "urn:sharaka:schema:";

	private static final Set<String> BESIDE_REF = Set.of("$schema", "$id", "$ref", "title", "description");

	static List<Path> schemas() {
		return ContractFiles.list("schemas", ".schema.json");
	}

	@ParameterizedTest
	@MethodSource("schemas")
	void areValidInTheirDialect(Path file) {
		var dialect = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(SchemaLocation.of(DIALECT));
		JsonNode schema = ContractFiles.json(file);
		assertThat(schema.get("$schema").stringValue()).isEqualTo(DIALECT);
		assertThat(dialect.validate(schema)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("schemas")
	void areFoundUnderTheirUrnOnTheClassPath(Path file) {
		String urn = ContractFiles.json(file).get("$id").stringValue();
		String name = urn.substring(URN.length()).replace(':', '.') + ".schema.json";
		assertThat(file).hasFileName(name);
		assertThat(getClass().getResource("/contracts/schemas/" + name)).isNotNull();
	}

	@ParameterizedTest
	@MethodSource("schemas")
	void sayWhatTheyMean(Path file) {
		JsonNode schema = ContractFiles.json(file);
		assertThat(schema.get("title").stringValue()).isNotBlank();
		assertThat(schema.get("description").stringValue()).isNotBlank();
		assertThat(schema.path("properties").propertyStream()).allSatisfy(
				(property) -> assertThat(property.getValue().propertyNames()).containsAnyOf("description", "$ref"));
	}

	@ParameterizedTest
	@MethodSource("schemas")
	void stayOpenAndReferToWholeFiles(Path file) {
		JsonNode schema = ContractFiles.json(file);
		assertThat(objectsIn(schema)).allSatisfy((object) -> {
			assertThat(object.propertyNames()).doesNotContain("allOf", "additionalProperties", "unevaluatedProperties",
					"$defs", "$anchor", "$dynamicRef");
			if (object.path("$ref").isString()) {
				assertThat(object.propertyNames()).isSubsetOf(BESIDE_REF);
				assertThat(urns()).contains(object.get("$ref").stringValue());
			}
		});
	}

	@Test
	void ofTheLastReleaseAreNotOnTheClassPath() {
		assertThat(getClass().getResource("/contracts/topics.json")).isNotNull();
		assertThat(getClass().getResource("/contracts/released")).isNull();
	}

	private static List<String> urns() {
		return schemas().stream().map((file) -> ContractFiles.json(file).get("$id").stringValue()).toList();
	}

	private static Stream<JsonNode> objectsIn(JsonNode node) {
		return Stream.concat(node.isObject() ? Stream.of(node) : Stream.empty(),
				node.valueStream().flatMap(SchemaStyleTest::objectsIn));
	}

}
