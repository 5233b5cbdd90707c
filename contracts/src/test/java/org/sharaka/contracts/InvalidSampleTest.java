package org.sharaka.contracts;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.networknt.schema.Error;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Each file in {@code samples/invalid} has one fault; {@code faults.json} there names the
 * JSON pointer of the value at fault and the keyword of the schema that refuses it.
 */
class InvalidSampleTest {

	private static final Path DIRECTORY = Path.of("samples", "invalid");

	record Fault(Path file, EventType type, String pointer, String keyword) {

		static Fault of(JsonNode json) {
			return new Fault(DIRECTORY.resolve(json.get("file").stringValue()),
					EventType.parse(json.get("type").stringValue()), json.get("pointer").stringValue(),
					json.get("keyword").stringValue());
		}

		boolean isJson() {
			return !keyword().equals("json");
		}

		@Override
		public String toString() {
			return file().getFileName().toString();
		}

	}

	static Stream<Fault> faults() {
		return ContractFiles.json(DIRECTORY.resolve("faults.json")).get("faults").valueStream().map(Fault::of);
	}

	static Stream<Fault> faultsInJson() {
		return faults().filter(Fault::isJson);
	}

	static Stream<Fault> notJson() {
		return faults().filter((fault) -> !fault.isJson());
	}

	@ParameterizedTest
	@MethodSource("faultsInJson")
	void byTheKeywordAndAtThePointerExpected(Fault fault) {
		List<Error> found = Reading.OPEN.faults(fault.type(), fault.file());
		assertThat(found).extracting((error) -> error.getInstanceLocation().toString()).containsOnly(fault.pointer());
		assertThat(found).extracting(Error::getKeyword).contains(fault.keyword());
	}

	@ParameterizedTest
	@MethodSource("notJson")
	void beforeAnySchemaIfItIsNotJson(Fault fault) {
		assertThatExceptionOfType(StreamReadException.class).isThrownBy(() -> ContractFiles.json(fault.file()));
	}

	@Test
	void andIsListed() {
		List<Path> listed = faults().map((fault) -> ContractFiles.ROOT.resolve(fault.file())).toList();
		assertThat(listed).containsExactlyInAnyOrderElementsOf(ContractFiles.list(DIRECTORY.toString(), ".json")
			.stream()
			.filter((file) -> !file.endsWith("faults.json"))
			.toList());
	}

	@Test
	void ofEveryTypeThatMinistrySystemsPublish() {
		assertThat(faults().map(Fault::type)).containsAll(Topic.all()
			.stream()
			.filter((topic) -> topic.publisher().equals("ministry"))
			.flatMap((topic) -> topic.types().stream())
			.toList());
	}

}
