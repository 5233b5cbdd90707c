package org.sharaka.chassis.web.version;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharaka.chassis.web.problem.ProblemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IfMatchTest {

	@Test
	void withoutTheHeaderAndWithAStarEveryVersionWillDo() {
		assertThat(IfMatch.parse(null).matches(7)).isTrue();
		assertThat(IfMatch.parse(" * ").matches(7)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"7\"", " \"7\" ", "\"6\",\"7\"", "\"6\" , \"7\"", "\"a,b\",\"7\"", ",\"7\",,",
			"W/\"7\",\"7\"" })
	void aStrongTagOfTheVersionMatches(String header) {
		assertThat(IfMatch.parse(header).matches(7)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"6\"", "W/\"7\"", "\"07\"", "\"\"", "\"seven\"", "\"6\",\"8\"" })
	void everyOtherTagIsStale(String header) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> IfMatch.parse(header).check(7))
			.satisfies((problem) -> assertThat(problem.name()).isEqualTo("stale-version"))
			.satisfies((problem) -> assertThat(problem.status().value()).isEqualTo(412));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "7", "\"7", "7\"", "\"7\" \"8\"", "\"7\"x", "*,\"7\"", "w/\"7\"", "," })
	void whatIsNoListOfTagsIsRefused(String header) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> IfMatch.parse(header))
			.satisfies((problem) -> assertThat(problem.name()).isEqualTo("malformed-header"));
	}

}
