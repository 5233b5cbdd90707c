package org.sharaka.chassis.web.input;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.sharaka.chassis.text.Language;
import org.sharaka.chassis.web.problem.InputError;
import org.sharaka.chassis.web.problem.ProblemException;
import org.sharaka.chassis.message.Messages;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InputErrorsTest {

	private enum Kind {

		LARGE, SMALL

	}

	@Test
	void everyFieldWrongAtOnceIsOneAnswerInTheOrderOfTheDocument() {
		Input input = input(
				"""
						{"text": 7, "long": "12345", "kind": "OTHER", "kinds": ["LARGE", 3, "LARGE"], "number": 100,
						 "half": 1.5, "flag": "yes", "at": "2026-02-30T10:00", "day": "01/12/2026", "instant": "2026-12-01T10:00:00",
						 "zone": "+03:00", "uri": "javascript:alert(1)", "id": "12", "ids": "x",
						 "name": {"en": "Only English"}, "list": [{"name": "ok"}, {"name": ""}, 5, {}], "null": null,
						 "own": "nobody"}""");
		// asked for in another order than the document's
		input.parsed("own", "bad-own", (text) -> Optional.empty());
		input.text("missing", 1, 10);
		input.text("null", 1, 10);
		input.list("list", 1, 9, (in) -> in.text("name", 1, 10));
		input.bilingual("name", 50);
		input.ids("ids", 0, 9);
		input.id("id");
		input.uri("uri");
		input.zone("zone");
		input.instant("instant");
		input.date("day");
		input.localDateTime("at");
		input.bool("flag");
		input.integer("half", 0, 9);
		input.integer("number", 0, 9);
		input.setOf("kinds", Kind.class, 1);
		input.oneOf("kind", Kind.class);
		input.text("long", 1, 4);
		input.text("text", 1, 4);
		assertThat(input.errors().stream().map((error) -> error.pointer() + " " + error.code())).containsExactly(
				"/text wrong-type", "/long too-long", "/kind unknown-value", "/kinds too-many", "/number out-of-range",
				"/half wrong-type", "/flag wrong-type", "/at bad-date-time", "/day bad-date", "/instant bad-instant",
				"/zone unknown-zone", "/uri bad-uri", "/id bad-id", "/ids wrong-type", "/name/ar required",
				"/list/1/name blank", "/list/2 wrong-type", "/list/3/name required", "/null null-not-allowed",
				"/own bad-own", "/missing required");
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> input.orThrow(() -> "never"))
			.satisfies((problem) -> assertThat(problem.errors()).isEqualTo(input.errors()));
	}

	@Test
	void everyCodeHasAMessageInBothLanguages() {
		Messages messages = new Messages(List.of());
		Input input = input("{\"a\": 1, \"b\": [\"x\"], \"c\": \"\\u0007\"}");
		input.text("a", 1, 2);
		input.strings("b", 2, 3, 9);
		input.text("c", 1, 2);
		assertThat(input.errors().stream().map((error) -> error.message(messages, Language.AR))).containsExactly(
				"المتوقع هنا: نص.", "الحد الأدنى لعدد العناصر: 2.", "يحتوي النص على رموز غير نصية، مثل رموز التحكم.");
		assertThat(input.errors().stream().map((error) -> error.message(messages, Language.EN))).containsExactly(
				"Expected here: text.", "The smallest number of items: 2.",
				"This contains characters that are not text, such as control characters.");
	}

	@Test
	void duplicatesAreFoundWhereTheyAre() {
		Input input = input("{\"kinds\": [\"LARGE\", \"LARGE\"], \"none\": [null]}");
		input.setOf("kinds", Kind.class, 1);
		input.strings("none", 0, 5, 5);
		assertThat(codes(input)).containsExactly("/kinds/1 duplicate", "/none/0 null-not-allowed");
	}

	@Test
	void aDocumentThatIsNoObjectIsOneErrorOnly() {
		for (String json : List.of("[]", "\"x\"", "null", "7")) {
			Input input = input(json);
			input.text("a", 1, 2);
			input.list("b", 1, 2, (in) -> null);
			assertThat(codes(input)).containsExactly(" wrong-type");
		}
	}

	@Test
	void aRuleAcrossFieldsIsReportedWithTheRest() {
		Input input = input("{\"list\": [{\"from\": 3, \"to\": 1}, {\"from\": 1, \"to\": 2}], \"other\": 1}");
		List<String> good = input.list("list", 0, 5, (in) -> {
			Integer from = in.integer("from", 0, 9);
			Integer to = in.integer("to", 0, 9);
			if (from != null && to != null && from > to) {
				in.reject("/to", "before-from", from);
			}
			return in.build(() -> from + "-" + to);
		});
		input.text("other", 1, 5);
		input.reject("", "whole");
		assertThat(good).containsExactly("1-2");
		assertThat(input.errors()).containsExactly(InputError.of("", "whole"),
				InputError.of("/list/0/to", "before-from", 3), input.errors().getLast());
	}

	@Test
	void aParameterOfAQueryIsNamedAsSuch() {
		Input query = Input
			.ofQuery(Map.of("kind", List.of("OTHER"), "kinds", List.of("LARGE", "x"), "blank", List.of(" ")));
		query.oneOf("kind", Kind.class);
		query.setOf("kinds", Kind.class, 0);
		query.text("blank", 1, 3);
		query.required().text("missing", 1, 3);
		assertThat(query.errors().stream().map(InputError::pointer)).containsExactlyInAnyOrder("?kind", "?kinds/1",
				"?missing");
	}

	private static List<String> codes(Input input) {
		return input.errors().stream().map((error) -> error.pointer() + " " + error.code()).toList();
	}

	private static Input input(String json) {
		return Input.of(JsonMapper.shared().readTree(json));
	}

}
