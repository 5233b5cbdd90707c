package org.sharaka.chassis.web;

import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemAdviceTest extends WebTestBase {

	private static final String[] JSON = { "Content-Type", "application/json" };

	@Test
	void everyErrorOfABodyIsInOneArabicAnswer() {
		Answer answer = post("/api/v1/books", "{\"note\": 5, \"title\": {}, \"pages\": \"كثير\"}", "Content-Type",
				"application/json", "Accept-Language", "ar-SA,ar;q=0.9,en;q=0.5");
		JsonNode problem = answer.problem(400, "invalid-input");
		assertThat(answer.header("Content-Language")).isEqualTo("ar");
		assertThat(answer.header("Vary")).contains("Accept-Language");
		assertThat(problem.path("title").stringValue()).isEqualTo("بعض البيانات المرسلة غير صحيحة");
		assertThat(problem.path("errors")).hasSize(3);
		assertThat(problem.at("/errors/0/pointer").stringValue()).isEqualTo("/note");
		assertThat(problem.at("/errors/1/pointer").stringValue()).isEqualTo("/title/ar");
		assertThat(problem.at("/errors/1/code").stringValue()).isEqualTo("required");
		assertThat(problem.at("/errors/1/message").stringValue()).isEqualTo("هذا الحقل مطلوب.");
		assertThat(problem.at("/errors/2/pointer").stringValue()).isEqualTo("/pages");
	}

	@Test
	void withoutAcceptLanguageTheAnswerIsEnglish() {
		Answer answer = get("/api/v1/books/two");
		JsonNode problem = answer.problem(404, "not-found");
		assertThat(answer.header("Content-Language")).isEqualTo("en");
		assertThat(problem.path("detail").stringValue()).isEqualTo("Nothing was found for “two”.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "", "not json", "{} {}", "{\"a\":1,\"a\":2}", "{'a':1}", "{\"a\":NaN}" })
	void whatIsNotJsonIsMalformed(String body) {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		Answer.to(this.port, "POST", "/api/v1/books", bytes, JSON).problem(400, "malformed-json");
	}

	@Test
	void arabicInAnotherEncodingIsRefusedRatherThanMangled() {
		byte[] windows = "{\"title\": {\"ar\": \"كتاب\"}}".getBytes(Charset.forName("windows-1256"));
		Answer.to(this.port, "POST", "/api/v1/books", windows, JSON).problem(400, "malformed-json");
		Answer.to(this.port, "POST", "/api/v1/books", windows, "Content-Type", "application/json;charset=windows-1256")
			.problem(415, "unsupported-media-type");
	}

	@Test
	void jsonThatIsNoObjectIsInvalidAtTheRoot() {
		JsonNode problem = post("/api/v1/books", "[1]", JSON).problem(400, "invalid-input");
		assertThat(problem.at("/errors/0/pointer").stringValue()).isEmpty();
		assertThat(problem.path("errors")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense" })
	void anotherMediaTypeIsNotSupported(String type) {
		Answer answer = post("/api/v1/books", "{}", "Content-Type", type);
		JsonNode problem = answer.problem(415, "unsupported-media-type");
		assertThat(problem.path("detail").stringValue()).contains("application/json");
		assertThat(answer.header("Accept")).contains("application/json");
	}

	@Test
	void aBodyWithoutAMediaTypeIsNotSupportedButNoBodyIsAnEmptyObject() {
		post("/api/v1/books", "{}").problem(415, "unsupported-media-type");
		assertThat(post("/api/v1/books/close", "").text()).isEqualTo("closed null");
	}

	@Test
	void aBodyThatIsTooLargeIsRefusedBeforeItIsParsed() {
		String body = "{\"note\": \"" + "x".repeat(1024 * 1024) + "\"}";
		JsonNode problem = post("/api/v1/books", body, JSON).problem(413, "payload-too-large");
		assertThat(problem.path("detail").stringValue()).contains("1048576");
		post("/api/v1/books", body, "Content-Type", "application/json", "Idempotency-Key", "large").problem(413,
				"payload-too-large");
	}

	@Test
	void bodiesThatSpringReadsAreRefusedInTheSameWay() {
		post("/faults/body", "{", JSON).problem(400, "malformed-json");
		post("/faults/body", "{\"pages\": {}}", JSON).problem(400, "invalid-input");
		post("/faults/body", "<a/>", "Content-Type", "application/xml").problem(415, "unsupported-media-type");
	}

	@Test
	void unknownMethodsPathsAndMediaTypesHaveProblemsOfTheirOwn() {
		Answer put = Answer.to(this.port, "PUT", "/api/v1/books", "{}", JSON);
		put.problem(405, "method-not-allowed");
		assertThat(put.header("Allow")).contains("GET").contains("POST");
		get("/api/v1/books/one", "Accept", "application/xml").problem(406, "not-acceptable");
		get("/nowhere", "Accept", "text/html").problem(404, "not-found");
		get("/error").problem(404, "not-found");
		get("/faults/path/abc").problem(404, "not-found");
	}

	@Test
	void parametersAreNamedByTheirPlaceInTheQuery() {
		JsonNode missing = get("/faults/parameter").problem(400, "invalid-input");
		assertThat(missing.at("/errors/0/pointer").stringValue()).isEqualTo("?number");
		assertThat(missing.at("/errors/0/code").stringValue()).isEqualTo("required");
		JsonNode bad = get("/faults/parameter?number=x").problem(400, "invalid-input");
		assertThat(bad.at("/errors/0/pointer").stringValue()).isEqualTo("?number");
	}

	@Test
	void anInstantInAQueryIsReadAsInABody() {
		assertThat(get("/faults/instant?at=2026-12-01T10:00:00%2B03:00").text()).isEqualTo("2026-12-01T07:00:00Z");
		assertThat(get("/faults/instant?at=").text()).isEqualTo("null");
		JsonNode problem = get("/faults/instant?at=0").problem(400, "invalid-input");
		assertThat(problem.at("/errors/0/pointer").stringValue()).isEqualTo("?at");
	}

	@Test
	void aQueryThatCannotBeParsedIsABadRequest() {
		get("/api/v1/books?=").problem(400, "bad-request");
	}

	@Test
	void aFormWithoutABoundaryIsNeverAnInternalError() {
		post("/api/v1/books", "{}", "Content-Type", "multipart/form-data").problem(415, "unsupported-media-type");
		assertThat(get("/api/v1/books/one", "Content-Type", "multipart/form-data").status()).isEqualTo(200);
	}

	@Test
	void anUnexpectedExceptionIsAnsweredWithoutDetails() {
		Answer answer = get("/faults/unexpected", "Accept-Language", "ar");
		JsonNode problem = answer.problem(500, "internal-error");
		assertThat(answer.text()).doesNotContain("secret", "IllegalState", "org.sharaka");
		assertThat(problem.path("title").stringValue()).isEqualTo("حدث خطأ من جانبنا");
	}

	@Test
	void anUnavailableDatabaseIsAnsweredWith503() {
		Answer answer = get("/faults/database");
		answer.problem(503, "unavailable");
		assertThat(answer.header("Retry-After")).isEqualTo("5");
		assertThat(answer.text()).doesNotContain("host and port");
	}

	@Test
	void aServiceHasProblemsOfItsOwn() {
		JsonNode problem = get("/faults/own", "Accept-Language", "ar").problem(409, "hall-taken");
		assertThat(problem.path("detail").stringValue()).isEqualTo("«القاعة» محجوزة في الصباح.");
	}

	@Test
	void theCallersTraceIsTheAnswersTrace() {
		String traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
		Answer answer = get("/api/v1/books/two", "traceparent", "00-" + traceId + "-00f067aa0ba902b7-01");
		assertThat(answer.problem(404, "not-found").path("traceId").stringValue()).isEqualTo(traceId);
		assertThat(get("/faults/parameter?number=1", "traceparent", "00-" + traceId + "-00f067aa0ba902b7-01").text())
			.isEqualTo(traceId + "1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /api/v1/books?q=جمعية HTTP/1.1", "GET /api/v1/books/a b HTTP/1.1",
			"GET /api/v1/books/{1} HTTP/1.1" })
	void aRequestThatCannotBeParsedIsAnsweredInBothLanguages(String requestLine) throws Exception {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.getOutputStream()
				.write((requestLine + "\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.UTF_8));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(answer).startsWith("HTTP/1.1 400")
				.contains("Content-Type: application/problem+json")
				.contains("urn:sharaka:problem:unreadable-request")
				.contains("تعذّرت قراءة الطلب — The request cannot be read")
				.doesNotContain("<html");
		}
	}

}
