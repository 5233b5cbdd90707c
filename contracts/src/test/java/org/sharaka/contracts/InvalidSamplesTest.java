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
 * Each file in {@code samples/invalid} has one error. {@code errors.json} in that
 * directory names the JSON pointer of the invalid value and the keyword of the schema
 * that rejects it.
 */
class InvalidSamplesTest {

	private static final Path DIRECTORY = Path.of("samples", "invalid");

	record ExpectedError(Path file, EventType type, String pointer, String keyword) {

		static ExpectedError of(JsonNode json) {
			return new ExpectedError(DIRECTORY.resolve(json.get("file").stringValue()),
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

	static Stream<ExpectedError> errors() {
		return ContractFiles.json(DIRECTORY.resolve("errors.json")).get("errors").valueStream().map(ExpectedError::of);
	}

	static Stream<ExpectedError> errorsInJson() {
		return errors().filter(ExpectedError::isJson);
	}

	static Stream<ExpectedError> notJson() {
		return errors().filter((expected) -> !expected.isJson());
	}

	@ParameterizedTest
	@MethodSource("errorsInJson")
	void sampleIsInvalidAtTheExpectedPointerAndKeyword(ExpectedError expected) {
		List<Error> found = Reading.OPEN.errors(expected.type(), expected.file());
		assertThat(found).extracting((error) -> error.getInstanceLocation().toString())
			.containsOnly(expected.pointer());
		assertThat(found).extracting(Error::getKeyword).contains(expected.keyword());
	}

	@ParameterizedTest
	@MethodSource("notJson")
	void malformedSampleIsNotRead(ExpectedError expected) {
		assertThatExceptionOfType(StreamReadException.class).isThrownBy(() -> ContractFiles.json(expected.file()));
	}

	@Test
	void everyInvalidSampleIsListed() {
		List<Path> listed = errors().map((expected) -> ContractFiles.ROOT.resolve(expected.file())).toList();
		assertThat(listed).containsExactlyInAnyOrderElementsOf(ContractFiles.list(DIRECTORY.toString(), ".json")
			.stream()
			.filter((file) -> !file.endsWith("errors.json"))
			.toList());
	}

	@Test
	void everyTypeOfTheMinistryHasAnInvalidSample() {
		assertThat(errors().map(ExpectedError::type)).containsAll(Topic.all()
			.stream()
			.filter((topic) -> topic.publisher().equals("ministry"))
			.flatMap((topic) -> topic.types().stream())
			.toList());
	}

}
