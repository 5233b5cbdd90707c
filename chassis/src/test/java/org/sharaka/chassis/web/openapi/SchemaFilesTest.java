package org.sharaka.chassis.web.openapi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import io.swagger.v3.core.util.Json31;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** The schemas of {@code contracts/http}, and how they become components. */
class SchemaFilesTest {

	private final SchemaFiles files = new SchemaFiles();

	static List<String> names() throws IOException {
		Resource[] resources = new PathMatchingResourcePatternResolver()
			.getResources("classpath*:contracts/http/*.schema.json");
		return Arrays.stream(resources).map((file) -> file.getFilename().replace(".schema.json", "")).toList();
	}

	@ParameterizedTest
	@MethodSource("names")
	void theIdIsTheNameOfTheFile(String name) throws IOException {
		assertThat(file(name).path("$id").stringValue()).isEqualTo("urn:sharaka:http:" + name);
	}

	@ParameterizedTest
	@MethodSource("names")
	void theComponentSaysWhatTheFileSays(String name) throws IOException {
		JsonNode schema = this.files.read("urn:sharaka:http:" + name);
		String component = Json31.mapper().writeValueAsString(SchemaFiles.model(schema));
		assertThat(sorted(JsonMapper.shared().readTree(component))).isEqualTo(sorted(schema));
	}

	@ParameterizedTest
	@MethodSource("names")
	void theExamplesAreValid(String name) throws IOException {
		Schema schema = registry().getSchema(SchemaLocation.of("urn:sharaka:http:" + name));
		for (JsonNode example : file(name).path("examples")) {
			assertThat(schema.validate(example)).as("%s", example).isEmpty();
		}
	}

	@Test
	void referencesBecomeComponents() {
		assertThat(this.files.reference("urn:sharaka:http:book").get$ref()).isEqualTo("#/components/schemas/Book");
		assertThat(this.files.components()).containsOnlyKeys("Book", "BilingualTitle");
		assertThat(this.files.read("urn:sharaka:http:book").at("/properties/title/$ref").stringValue())
			.isEqualTo("#/components/schemas/BilingualTitle");
	}

	@Test
	void aSchemaThatDoesNotExistIsNamed() {
		assertThatIllegalStateException().isThrownBy(() -> this.files.reference("urn:sharaka:http:nothing"))
			.withMessageContaining("/contracts/http/nothing.schema.json");
		assertThatIllegalStateException().isThrownBy(() -> this.files.reference("urn:other"))
			.withMessageContaining("urn:other");
	}

	/** The library sorts the names of required properties. */
	private static JsonNode sorted(JsonNode node) {
		if (node instanceof ObjectNode object && object.path("required").isArray()) {
			List<String> names = new ArrayList<>();
			object.path("required").forEach((name) -> names.add(name.stringValue()));
			ArrayNode required = object.putArray("required");
			names.stream().sorted().forEach(required::add);
		}
		node.forEach(SchemaFilesTest::sorted);
		return node;
	}

	private static JsonNode file(String name) throws IOException {
		return JsonMapper.shared()
			.readTree(new ClassPathResource("contracts/http/" + name + ".schema.json").getInputStream());
	}

	private static SchemaRegistry registry() {
		SchemaRegistryConfig config = SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
		return SchemaRegistry.builder()
			.defaultDialectId(Dialects.getDraft202012().getId())
			.schemaRegistryConfig(config)
			.schemas(SchemaFilesTest::source)
			.build();
	}

	private static String source(String urn) {
		String[] parts = urn.split(":");
		String path = parts[2].equals("http") ? "contracts/http/" + parts[3]
				: "contracts/schemas/" + parts[3] + "." + parts[4];
		try {
			return new ClassPathResource(path + ".schema.json").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
