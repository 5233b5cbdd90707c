package org.sharaka.contracts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules for schema files on which the strict reading, the comparison with the last
 * release and the loading from the class path depend.
 */
class SchemaFilesTest {

	private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

	private static final String URN = "urn:sharaka:schema:";

	private static final Set<String> BESIDE_REF = Set.of("$schema", "$id", "$ref", "title", "description");

	static List<Path> schemas() {
		return ContractFiles.list("schemas", ".schema.json");
	}

	static List<Path> httpSchemas() {
		return ContractFiles.list("http", ".schema.json");
	}

	static List<Path> allSchemas() {
		return Stream.of(schemas(), httpSchemas()).flatMap(List::stream).toList();
	}

	static Stream<Path> codeLists() {
		return schemas().stream().filter((file) -> ContractFiles.json(file).has("x-codes"));
	}

	@ParameterizedTest
	@MethodSource("allSchemas")
	void schemaIsValidInItsDialect(Path file) {
		var dialect = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(SchemaLocation.of(DIALECT));
		JsonNode schema = ContractFiles.json(file);
		assertThat(schema.get("$schema").stringValue()).isEqualTo(DIALECT);
		assertThat(dialect.validate(schema)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("schemas")
	void schemaIsOnTheClassPathUnderItsUrn(Path file) {
		String urn = ContractFiles.json(file).get("$id").stringValue();
		String name = urn.substring(URN.length()).replace(':', '.') + ".schema.json";
		assertThat(file).hasFileName(name);
		assertThat(getClass().getResource("/contracts/schemas/" + name)).isNotNull();
	}

	@ParameterizedTest
	@MethodSource("allSchemas")
	void schemaHasTitleAndDescription(Path file) {
		JsonNode schema = ContractFiles.json(file);
		assertThat(schema.get("title").stringValue()).isNotBlank();
		assertThat(schema.get("description").stringValue()).isNotBlank();
	}

	@ParameterizedTest
	@MethodSource("schemas")
	void everyPropertyIsDescribed(Path file) {
		assertThat(ContractFiles.json(file).path("properties").propertyStream()).allSatisfy(
				(property) -> assertThat(property.getValue().propertyNames()).containsAnyOf("description", "$ref"));
	}

	@ParameterizedTest
	@MethodSource("httpSchemas")
	void httpSchemaRefersToExistingSchemasAndItsExamplesAreValid(Path file) {
		JsonNode schema = ContractFiles.json(file);
		String urn = "urn:sharaka:http:" + file.getFileName().toString().replace(".schema.json", "");
		assertThat(schema.get("$id").stringValue()).isEqualTo(urn);
		assertThat(getClass().getResource("/contracts/http/" + file.getFileName())).isNotNull();
		assertThat(objectsIn(schema).filter((object) -> object.path("$ref").isString()))
			.allSatisfy((object) -> assertThat(urns()).contains(object.get("$ref").stringValue()));
		assertThat(schema.path("examples").valueStream())
			.allSatisfy((example) -> assertThat(Reading.OPEN.errors(urn, example)).isEmpty());
	}

	@ParameterizedTest
	@MethodSource("codeLists")
	void codeListNamesItsCodesInBothLanguagesAndMatchesTheRequests(Path file) {
		JsonNode list = ContractFiles.json(file);
		List<String> codes = List.copyOf(list.get("x-codes").propertyNames());
		assertThat(list.get("x-codes").valueStream()).allSatisfy((names) -> {
			assertThat(names.get("ar").stringValue()).isNotBlank();
			assertThat(names.get("en").stringValue()).isNotBlank();
		});
		assertThat(codes).allMatch((code) -> code.matches(list.get("pattern").stringValue()))
			.containsAll(strings(list.get("examples")));
		Path request = Path.of("http",
				file.getFileName().toString().replace(".1.schema.json", "-to-write.schema.json"));
		if (Files.exists(ContractFiles.ROOT.resolve(request))) {
			assertThat(strings(ContractFiles.json(request).get("enum"))).isEqualTo(codes);
		}
	}

	@ParameterizedTest
	@MethodSource("schemas")
	void schemaIsOpenAndRefersToWholeFiles(Path file) {
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

	private static List<String> urns() {
		return allSchemas().stream().map((file) -> ContractFiles.json(file).get("$id").stringValue()).toList();
	}

	private static List<String> strings(JsonNode array) {
		return array.valueStream().map(JsonNode::stringValue).toList();
	}

	private static Stream<JsonNode> objectsIn(JsonNode node) {
		return Stream.concat(node.isObject() ? Stream.of(node) : Stream.empty(),
				node.valueStream().flatMap(SchemaFilesTest::objectsIn));
	}

}
