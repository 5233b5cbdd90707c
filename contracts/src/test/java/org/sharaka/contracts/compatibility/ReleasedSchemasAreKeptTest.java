package org.sharaka.contracts.compatibility;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.sharaka.contracts.ContractFiles;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ReleasedSchemasAreKeptTest {

	@Test
	void byEveryChangeSinceTheirRelease() {
		Map<String, JsonNode> released = schemas("released");
		assertThat(released).isNotEmpty();
		assertThat(SchemaComparison.changes(released, schemas("schemas"))).filteredOn(SchemaChange::isBreaking)
			.isEmpty();
	}

	private static Map<String, JsonNode> schemas(String directory) {
		return ContractFiles.list(directory, ".schema.json")
			.stream()
			.collect(
					Collectors.toMap((file) -> file.getFileName().toString(), (Path file) -> ContractFiles.json(file)));
	}

}
