package org.sharaka.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The AsyncAPI documents are in the tree so that other teams can use them without a
 * build. This test writes them when the system property {@code contracts.write} is set,
 * and otherwise fails if one is stale.
 */
class AsyncApiDocumentTest {

	static Stream<String> services() {
		return descriptions().keySet().stream();
	}

	static Stream<EventType> types() {
		return Topic.all().stream().flatMap((topic) -> topic.types().stream());
	}

	private static Map<String, String> descriptions() {
		return ContractFiles.json(Path.of("topics.json"))
			.get("services")
			.propertyStream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().stringValue()));
	}

	@ParameterizedTest
	@MethodSource("services")
	void documentIsCurrent(String service) throws IOException {
		String expected = AsyncApiDocument.generate(service, descriptions().getOrDefault(service, ""));
		Path file = AsyncApiDocument.file(service);
		if (Boolean.getBoolean("contracts.write")) {
			Files.writeString(file, expected);
		}
		assertThat(Files.exists(file) && Files.readString(file).equals(expected))
			.as("asyncapi/%s.yaml is generated from topics.json and schemas/; write it with mvn -pl contracts test -Dcontracts.write=true",
					service)
			.isTrue();
	}

	@Test
	void everyServiceThatPublishesOrSubscribesHasADocument() {
		assertThat(ContractFiles.list("asyncapi", ".yaml")).map((file) -> file.getFileName().toString())
			.containsExactlyInAnyOrderElementsOf(services().map((service) -> service + ".yaml").toList());
		assertThat(Topic.all()).allSatisfy((topic) -> {
			assertThat(descriptions().keySet()).containsAll(topic.subscribers().keySet());
			assertThat(Stream.concat(Stream.of("ministry"), services())).contains(topic.publisher());
			assertThat(topic.subscribers().values())
				.allSatisfy((subscription) -> assertThat(topic.types()).containsAll(subscription.types()));
		});
	}

	@ParameterizedTest
	@MethodSource("types")
	void everyTypeHasASchemaAndASample(EventType type) {
		assertThat(ContractFiles.ROOT.resolve(type.schemaFile())).isRegularFile();
		assertThat(ContractFiles.ROOT.resolve("samples").resolve(type.fullName() + ".json")).isRegularFile();
	}

	@Test
	void everySampleIsOfAKnownType() {
		List<EventType> types = types().toList();
		assertThat(ContractFiles.list("samples", ".json")).extracting(EventType::ofSample).isSubsetOf(types);
	}

}
