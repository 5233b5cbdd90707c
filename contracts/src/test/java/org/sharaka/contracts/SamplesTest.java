package org.sharaka.contracts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class SamplesTest {

	static List<Path> samples() {
		return ContractFiles.list("samples", ".json")
			.stream()
			.filter((file) -> !structured(file) && !hasUnknownCode(file))
			.toList();
	}

	static List<Path> structuredSamples() {
		return ContractFiles.list("samples", ".json").stream().filter(SamplesTest::structured).toList();
	}

	@ParameterizedTest
	@MethodSource("samples")
	void sampleMatchesItsSchemaAsPublishersMustWrite(Path sample) {
		assertThat(Reading.STRICT.errors(EventType.ofSample(sample), sample)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("samples")
	void unknownPropertyIsAcceptedFromOthersButMustNotBePublished(Path sample) {
		EventType type = EventType.ofSample(sample);
		JsonNode value = ContractFiles.json(sample);
		for (ObjectNode object : objectsIn(value).toList()) {
			object.put("unknown", "قيمة");
			assertThat(Reading.OPEN.errors(type, value)).isEmpty();
			assertThat(Reading.STRICT.errors(type, value)).singleElement()
				.satisfies((error) -> assertThat(error.getKeyword()).isEqualTo("additionalProperties"));
			object.remove("unknown");
		}
	}

	static List<Path> samplesWithUnknownCodes() {
		return ContractFiles.list("samples", ".json").stream().filter(SamplesTest::hasUnknownCode).toList();
	}

	@ParameterizedTest
	@MethodSource("samplesWithUnknownCodes")
	void unknownCodeIsAcceptedFromOthersButMustNotBePublished(Path sample) {
		EventType type = EventType.ofSample(sample);
		assertThat(Reading.OPEN.errors(type, sample)).isEmpty();
		assertThat(Reading.STRICT.errors(type, sample)).singleElement()
			.satisfies((error) -> assertThat(error.getKeyword()).isEqualTo("enum"));
	}

	@ParameterizedTest
	@MethodSource("structuredSamples")
	void structuredSampleIsACloudEvent(Path sample) {
		EventType type = EventType.ofSample(sample);
		JsonNode event = ContractFiles.json(sample);
		assertThat(event.get("specversion").stringValue()).isEqualTo("1.0");
		assertThat(event.get("type").stringValue()).isEqualTo(type.fullName());
		assertThat(event.get("dataschema").stringValue()).isEqualTo(type.urn());
		assertThat(event.get("datacontenttype").stringValue()).isEqualTo("application/json");
		assertThat(event.propertyNames()).contains("id", "source", "subject", "time");
		assertThat(Reading.STRICT.errors(type, event.get("data"))).isEmpty();
	}

	@Test
	void everyTypeOfTheMinistryHasAStructuredSample() {
		List<EventType> shown = structuredSamples().stream().map(EventType::ofSample).toList();
		assertThat(shown).containsExactlyInAnyOrderElementsOf(Topic.all()
			.stream()
			.filter((topic) -> topic.publisher().equals("ministry"))
			.flatMap((topic) -> topic.types().stream())
			.toList());
	}

	private static boolean hasUnknownCode(Path file) {
		return file.getFileName().toString().endsWith(".unknown-code.json");
	}

	private static boolean structured(Path file) {
		return file.getFileName().toString().endsWith(".structured.json");
	}

	private static Stream<ObjectNode> objectsIn(JsonNode node) {
		List<ObjectNode> objects = new ArrayList<>();
		if (node instanceof ObjectNode object) {
			objects.add(object);
		}
		node.forEach((child) -> objectsIn(child).forEach(objects::add));
		return objects.stream();
	}

}
