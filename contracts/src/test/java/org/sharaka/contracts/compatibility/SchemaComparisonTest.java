package org.sharaka.contracts.compatibility;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharaka.contracts.compatibility.SchemaChange.Grade;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class SchemaComparisonTest {

	private static final String EVENT = "hall.opened.1.schema.json";

	private static final String PLACE = "place.1.schema.json";

	private final Map<String, JsonNode> released = schemas();

	private Map<String, JsonNode> schemas = schemas();

	@BeforeEach
	void unchangedSchemasHaveNoChanges() {
		assertThat(SchemaComparison.changes(this.released, this.schemas)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/title                        | "Opening"                        | documentation changed
			/description                  | "A hall is open"                 | documentation changed
			/properties/name/description  | "What it is called"              | documentation changed
			/properties/name/examples     | ["القاعة الكبرى"]                 | documentation changed
			/properties/note              | {"type": "string"}               | new property
			/properties/kind/x-codes/MOSQUE | {"en": "Mosque"}               | new code
			/properties/kind/x-codes/HALL | {"en": "A hall"}                 | documentation changed
			""")
	void documentationAndNewOptionalPropertyAreCompatible(String pointer, String value, String what) {
		edit(EVENT, (schema) -> set(schema, pointer, value));
		assertOnlyChange(EVENT, pointer, what, Grade.COMPATIBLE);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			/$id                          | "urn:x:2"             | $id changed from "urn:x:1" to "urn:x:2"
			/properties/seats             | -                     | property removed
			/properties/seats/type        | "number"              | type lost its member "integer"
			/properties/seats/type        | ["integer", "null"]   | type has a new member "null"
			/properties/seats/type        | -                     | type dropped: "integer"
			/properties/seats/minimum     | 2                     | minimum changed from 1 to 2
			/properties/seats/maximum     | 500                   | maximum added: 500
			/properties/name/maxLength    | 40                    | maxLength changed from 300 to 40
			/properties/name/maxLength    | -                     | maxLength dropped: 300
			/properties/name/pattern      | "^[A-Z]"              | pattern changed from "\\\\S" to "^[A-Z]"
			/properties/id/format         | "uri"                 | format changed from "uuid" to "uri"
			/properties/state/enum        | ["OPEN"]              | enum lost its member "SHUT"
			/properties/state/enum        | ["OPEN","SHUT","SOLD"] | enum has a new member "SOLD"
			/properties/state/enum        | -                     | enum dropped: ["OPEN","SHUT"]
			/properties/name/enum         | ["A"]                 | enum added: ["A"]
			/properties/tags/items/maxLength | 10                 | maxLength added: 10
			/properties/kind/x-codes/HALL | -                     | code removed
			/properties/tags/items        | -                     | items dropped: {"type":"string"}
			/properties/tags/uniqueItems  | true                  | uniqueItems added: true
			/required                     | ["id","name","seats"] | required has a new member "seats"
			/required                     | ["id"]                | required lost its member "name"
			/required                     | -                     | required lost its member "id"
			/anyOf                        | [{"required":["tags"]}] | anyOf added: [{"required":["tags"]}]
			/additionalProperties         | false                 | additionalProperties added: false
			""")
	void everyOtherChangeIsBreaking(String pointer, String value, String what) {
		edit(EVENT, (schema) -> set(schema, pointer, value));
		assertThat(SchemaComparison.changes(this.released, this.schemas)).isNotEmpty()
			.allMatch(SchemaChange::isBreaking)
			.extracting(SchemaChange::file, SchemaChange::pointer, SchemaChange::what)
			.contains(tuple(EVENT, pointer, what))
			.allMatch((change) -> change.toList().get(1).equals(pointer));
	}

	@Test
	void orderOfEnumAndRequiredIsIgnored() {
		edit(EVENT, (schema) -> {
			set(schema, "/required", "[\"name\",\"id\"]");
			set(schema, "/properties/state/enum", "[\"SHUT\",\"OPEN\"]");
		});
		assertThat(SchemaComparison.changes(this.released, this.schemas)).isEmpty();
	}

	@Test
	void newRequiredPropertyIsBreaking() {
		edit(EVENT, (schema) -> {
			set(schema, "/properties/note", "{\"type\":\"string\"}");
			set(schema, "/required", "[\"id\",\"name\",\"note\"]");
		});
		assertThat(SchemaComparison.changes(this.released, this.schemas))
			.extracting(SchemaChange::pointer, SchemaChange::grade)
			.containsExactly(tuple("/properties/note", Grade.COMPATIBLE), tuple("/required", Grade.BREAKING));
	}

	@Test
	void newFileIsCompatible() {
		this.schemas.put("hall.closed.1.schema.json", json("{\"$id\":\"urn:closed:1\"}"));
		assertOnlyChange("hall.closed.1.schema.json", "", "new file", Grade.COMPATIBLE);
	}

	@Test
	void removedFileIsBreaking() {
		this.schemas.remove(EVENT);
		assertOnlyChange(EVENT, "", "file removed", Grade.BREAKING);
	}

	@Test
	void changeOfSharedSchemaIsReportedOnceForItsFile() {
		edit(PLACE, (schema) -> set(schema, "/properties/city/maxLength", "5"));
		assertOnlyChange(PLACE, "/properties/city/maxLength", "maxLength added: 5", Grade.BREAKING);
	}

	@Test
	void changedReferenceToTheSameStructureIsCompatible() {
		edit(EVENT, (schema) -> set(schema, "/properties/place",
				"{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}},\"required\":[\"city\"]}"));
		assertThat(SchemaComparison.changes(this.released, this.schemas)).isEmpty();
	}

	@Test
	void changedReferenceIsFollowedToTheDifference() {
		this.schemas.put("site.1.schema.json", json("""
				{"$id": "urn:site:1", "type": "object", "properties": {"city": {"type": "integer"}},
				 "required": ["city"]}"""));
		edit(EVENT, (schema) -> set(schema, "/properties/place", "{\"$ref\":\"urn:site:1\"}"));
		assertThat(SchemaComparison.changes(this.released, this.schemas)).filteredOn(SchemaChange::isBreaking)
			.extracting(SchemaChange::file, SchemaChange::pointer)
			.containsOnly(tuple(EVENT, "/properties/place/properties/city/type"));
	}

	@Test
	void keywordBesideAChangedReferenceIsCompared() {
		this.schemas.put("site.1.schema.json", json("""
				{"$id": "urn:site:1", "type": "object", "properties": {"city": {"type": "string"}},
				 "required": ["city"]}"""));
		edit(EVENT, (schema) -> set(schema, "/properties/place", "{\"$ref\":\"urn:site:1\",\"maxProperties\":1}"));
		assertThat(SchemaComparison.changes(this.released, this.schemas)).filteredOn(SchemaChange::isBreaking)
			.containsExactly(new SchemaChange(EVENT, "/properties/place/maxProperties", "maxProperties added: 1",
					Grade.BREAKING));
	}

	@Test
	void changedReferenceIsReportedEverywhere() {
		edit(EVENT, (schema) -> set(schema, "/properties/stage", "{\"$ref\":\"urn:place:1\"}"));
		this.released.put(EVENT, this.schemas.get(EVENT));
		this.schemas.put("site.1.schema.json", json("{\"$id\":\"urn:site:1\",\"type\":\"string\"}"));
		edit(EVENT, (schema) -> {
			set(schema, "/properties/place", "{\"$ref\":\"urn:site:1\"}");
			set(schema, "/properties/stage", "{\"$ref\":\"urn:site:1\"}");
		});
		assertThat(SchemaComparison.changes(this.released, this.schemas)).extracting(SchemaChange::pointer)
			.contains("/properties/place/type", "/properties/stage/type");
	}

	@Test
	void referenceToMissingSchemaIsBreaking() {
		edit(EVENT, (schema) -> set(schema, "/properties/place", "{\"$ref\":\"urn:nowhere:1\"}"));
		assertThat(SchemaComparison.changes(this.released, this.schemas)).singleElement()
			.satisfies((change) -> assertThat(change.isBreaking()).isTrue());
	}

	@Test
	void comparisonOfCyclicReferencesEnds() {
		edit(PLACE, (schema) -> set(schema, "/properties/part", "{\"$ref\":\"urn:place:1\"}"));
		this.schemas.put("site.1.schema.json", json("""
				{"$id": "urn:site:1", "type": "object", "required": ["city"],
				 "properties": {"city": {"type": "string"}, "part": {"$ref": "urn:site:1"}}}"""));
		this.released.put(PLACE, this.schemas.get(PLACE));
		edit(EVENT, (schema) -> set(schema, "/properties/place", "{\"$ref\":\"urn:site:1\"}"));
		assertThat(SchemaComparison.changes(this.released, this.schemas)).noneMatch(SchemaChange::isBreaking);
	}

	@Test
	void breakingChangeSaysWhatToDoInstead() {
		edit(EVENT, (schema) -> set(schema, "/properties/seats", null));
		edit(PLACE, (schema) -> set(schema, "/properties/city", null));
		List<SchemaChange> changes = SchemaComparison.changes(this.released, this.schemas);
		assertThat(changes).map(SchemaChange::toString)
			.containsExactly(
					"schemas/hall.opened.1.schema.json#/properties/seats: property removed. Other systems rely on the released "
							+ "schema: restore it, write the new one to schemas/hall.opened.2.schema.json, and publish "
							+ "org.sharaka.hall.opened.v2 beside the old one.",
					"schemas/place.1.schema.json#/properties/city: property removed. Other systems rely on the released "
							+ "schema: restore it, write the new one to schemas/place.2.schema.json, and publish "
							+ "new versions of the events that use it beside the old one.");
	}

	private void assertOnlyChange(String file, String pointer, String what, Grade grade) {
		assertThat(SchemaComparison.changes(this.released, this.schemas))
			.containsExactly(new SchemaChange(file, pointer, what, grade));
	}

	private void edit(String file, Consumer<ObjectNode> change) {
		ObjectNode copy = (ObjectNode) this.schemas.get(file).deepCopy();
		change.accept(copy);
		this.schemas.put(file, copy);
	}

	private static void set(ObjectNode schema, String pointer, @Nullable String value) {
		int end = pointer.lastIndexOf('/');
		ObjectNode parent = (ObjectNode) schema.at(pointer.substring(0, end));
		String name = pointer.substring(end + 1);
		if (value == null) {
			parent.remove(name);
		}
		else {
			parent.set(name, json(value));
		}
	}

	private static Map<String, JsonNode> schemas() {
		return new HashMap<>(Map.of(EVENT, json("""
				{
				  "$id": "urn:x:1",
				  "title": "Hall opened",
				  "type": "object",
				  "properties": {
				    "id": {"type": "string", "format": "uuid"},
				    "name": {"type": "string", "maxLength": 300, "pattern": "\\\\S"},
				    "seats": {"type": "integer", "minimum": 1},
				    "state": {"type": "string", "enum": ["OPEN", "SHUT"]},
				    "kind": {"type": "string", "x-codes": {"HALL": {"en": "Hall"}}},
				    "tags": {"type": "array", "items": {"type": "string"}},
				    "place": {"$ref": "urn:place:1"}
				  },
				  "required": ["id", "name"]
				}"""), PLACE, json("""
				{
				  "$id": "urn:place:1",
				  "type": "object",
				  "properties": {"city": {"type": "string"}},
				  "required": ["city"]
				}""")));
	}

	private static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text);
	}

}
