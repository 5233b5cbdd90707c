package org.sharaka.chassis.web.command;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.sharaka.chassis.command.Aggregate;
import org.sharaka.chassis.command.Outcome;
import org.sharaka.chassis.command.Refusal;
import org.sharaka.chassis.message.Messages;
import org.sharaka.chassis.text.MessageKey;
import org.sharaka.chassis.web.problem.InputError;
import org.sharaka.chassis.web.problem.ProblemException;
import org.springframework.http.ResponseEntity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CommandResponsesTest {

	private static final Hall HALL = new Hall("h1", 7);

	private static final Outcome<Hall, String> REFUSED = new Outcome.Refused<>(
			new HallTaken("hall-taken", List.of("Q-17", new MessageKey("word.morning"))));

	@Test
	void aChangeIsAnsweredWithTheStateAfterItAndItsVersion() {
		for (Outcome<Hall, String> outcome : List.of(new Outcome.Changed<>(HALL, List.of("renamed")),
				new Outcome.Unchanged<Hall, String>(HALL))) {
			ResponseEntity<String> answer = CommandResponses.ok(outcome, Hall::id);
			assertThat(answer.getStatusCode().value()).isEqualTo(200);
			assertThat(answer.getBody()).isEqualTo("h1");
			assertThat(answer.getHeaders().getETag()).isEqualTo("\"7\"");
		}
	}

	@Test
	void aCreationIsAnsweredWithItsAddress() {
		ResponseEntity<String> answer = CommandResponses.created(new Outcome.Changed<>(HALL, List.of("built")),
				"/api/v1/halls", Hall::id);
		assertThat(answer.getStatusCode().value()).isEqualTo(201);
		assertThat(answer.getHeaders().getLocation()).isEqualTo(URI.create("/api/v1/halls/h1"));
		assertThat(answer.getHeaders().getETag()).isEqualTo("\"7\"");
	}

	@Test
	void aRefusalIsAConflictOfItsCodeWithItsArguments() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> CommandResponses.ok(REFUSED, Hall::id))
			.satisfies((problem) -> assertThat(problem.status().value()).isEqualTo(409))
			.satisfies((problem) -> assertThat(problem.name()).isEqualTo("hall-taken"))
			.satisfies((problem) -> assertThat(problem.args()).containsExactly("Q-17", new MessageKey("word.morning")));
	}

	@Test
	void aRefusalThatPointsIntoTheInputIsInvalidInputWithOneError() {
		Outcome<Hall, String> refused = new Outcome.Refused<>(new InputAtFault("bad-sample", List.of("Q-17"), "/hall"));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> CommandResponses.ok(refused, Hall::id))
			.satisfies((problem) -> assertThat(problem.status().value()).isEqualTo(400))
			.satisfies((problem) -> assertThat(problem.name()).isEqualTo("invalid-input"))
			.satisfies((problem) -> assertThat(problem.errors())
				.containsExactly(InputError.of("/hall", "bad-sample", "Q-17")));
	}

	@Test
	void anAggregateThatDoesNotExistIsNotFound() {
		Outcome<Hall, String> notFound = new Outcome.NotFound<>("h2");
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> CommandResponses.ok(notFound, Hall::id))
			.satisfies((problem) -> assertThat(problem.status().value()).isEqualTo(404))
			.satisfies((problem) -> assertThat(problem.args()).containsExactly("h2"));
	}

	@Test
	void aDeadLetterDescribesARefusalInEnglish() {
		Messages messages = new Messages(List.of("problems/sample"));
		assertThat(messages.describe(new HallTaken("hall-taken", List.of("Q-17", new MessageKey("word.morning")))))
			.isEqualTo("“Q-17” isn't free in the morning.");
		assertThat(messages.describe(new HallTaken("never-heard-of", List.of()))).isEqualTo("never-heard-of");
		assertThat(messages.describe(new InputAtFault("odd", List.of(7), "/hall"))).isEqualTo("Odd: 7");
	}

	private record Hall(String id, long version) implements Aggregate {
	}

	private record HallTaken(String code, List<Object> arguments) implements Refusal {
	}

	private record InputAtFault(String code, List<Object> arguments, String pointer) implements Refusal {
	}

}
