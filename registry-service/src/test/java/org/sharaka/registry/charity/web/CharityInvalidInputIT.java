package org.sharaka.registry.charity.web;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.testing.ServiceIntegrationTest;
import org.sharaka.registry.Applications;
import org.sharaka.registry.RegistryApi;
import org.sharaka.registry.RegistryApi.Answer;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceIntegrationTest
class CharityInvalidInputIT {

	private static final String EVERYTHING_WRONG = """
			{"kind": "CLUB", "name": {"ar": " ", "en": 7}, "fields": ["D", "Z", "D"], "region": "SA-15",
			 "contacts": [
			  {"name": "", "role": "BOSS", "email": "chair@", "phone": "12", "language": "fr", "channels": ["FAX"]},
			  {"role": "CHAIR", "email": null, "language": "ar", "channels": ["EMAIL", "SMS"]},
			  "nobody"]}""";

	private static final List<String> EVERY_ERROR = List.of("/kind unknown-value", "/name/ar blank",
			"/name/en wrong-type", "/fields/1 unknown-value", "/fields/2 duplicate", "/region unknown-region",
			"/contacts/0/name blank", "/contacts/0/role unknown-value", "/contacts/0/email bad-email",
			"/contacts/0/phone bad-phone", "/contacts/0/language unknown-value", "/contacts/0/channels/0 unknown-value",
			"/contacts/1/email address-required", "/contacts/1/name required", "/contacts/1/phone address-required",
			"/contacts/2 wrong-type");

	@LocalServerPort
	int port;

	RegistryApi api;

	@BeforeEach
	void connect() {
		this.api = new RegistryApi(this.port);
	}

	@Test
	void everyFieldWrongIsOneProblemWithEveryErrorInArabic() {
		Answer answer = this.api.apply(EVERYTHING_WRONG, "Accept-Language", "ar-SA,ar;q=0.9");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
		assertThat(answer.header("Content-Language")).isEqualTo("ar");
		assertThat(answer.problem()).isEqualTo("invalid-input");
		assertThat(errors(answer)).containsExactlyInAnyOrderElementsOf(EVERY_ERROR);
		for (JsonNode error : answer.json().path("errors")) {
			assertThat(error.path("message").asString()).as(error.toString()).containsPattern("\\p{IsArabic}{2}");
		}
		assertThat(answer.json().path("detail").asString()).containsPattern("\\p{IsArabic}{2}");
	}

	@Test
	void theSameInEnglish() {
		Answer answer = this.api.apply(EVERYTHING_WRONG, "Accept-Language", "en");
		assertThat(errors(answer)).hasSize(EVERY_ERROR.size());
		for (JsonNode error : answer.json().path("errors")) {
			assertThat(error.path("message").asString()).matches("[\\x20-\\x7E]+ [\\x20-\\x7E]+");
		}
	}

	@Test
	void nothingAtAllMissesEveryField() {
		assertThat(errors(this.api.apply("{}"))).containsExactlyInAnyOrder("/kind required", "/name required",
				"/fields required", "/region required", "/contacts required");
		assertThat(errors(this.api.apply("[]"))).containsExactly(" wrong-type");
	}

	@Test
	void aDecisionNeedsAReasonAndADateWithinItsBounds() {
		String path = "/api/v1/charities/" + this.api.apply(Applications.association()).id() + "/decisions";
		assertThat(errors(this.api.post(path, """
				{"decision": "REFUSE", "effectiveDate": "2999-01-01", "reference": 7}""")))
			.containsExactlyInAnyOrder("/reason required", "/reference wrong-type");
		Answer future = this.api.post(path, """
				{"decision": "REINSTATE", "effectiveDate": "2999-01-01"}""");
		assertThat(errors(future)).containsExactly("/effectiveDate effective-date-in-future");
		assertThat(future.json().path("errors").path(0).path("message").asString()).contains("2999-01-01");
		assertAnswer(this.api.post(path, """
				{"decision": "APPROVE", "effectiveDate": "2001-01-01"}"""), 409, "effective-date-too-early");
		assertThat(errors(this.api.post(path, """
				{"decision": "MERGE"}"""))).containsExactly("/decision unknown-value");
		assertThat(this.api.post(path, """
				{"decision": "APPROVE"}""").status()).isEqualTo(200);
	}

	@Test
	void aDecisionThatTheStatusForbidsIsNamedInTheCallersLanguage() {
		String id = this.api.apply(Applications.association()).id();
		Answer arabic = this.api.decide(id, "SUSPEND", "Accept-Language", "ar");
		assertThat(arabic.status()).isEqualTo(409);
		assertThat(arabic.problem()).isEqualTo("decision-not-allowed");
		assertThat(arabic.json().path("detail").asString()).contains("الوقف", "قيد المراجعة", "SUSPEND", "APPLIED");
		Answer english = this.api.decide(id, "SUSPEND", "Accept-Language", "en");
		assertThat(english.json().path("detail").asString()).contains("Suspension", "under review");
	}

	@Test
	void aPatchMustLeaveAWholeProfileAndTouchNothingElse() {
		String path = "/api/v1/charities/" + this.api.apply(Applications.association()).id();
		assertThat(errors(this.api.patch(path, """
				{"name": {"ar": null}, "kind": null, "fields": [], "region": "XX"}"""))).containsExactlyInAnyOrder(
				"/name/ar null-not-allowed", "/kind null-not-allowed", "/fields too-few", "/region unknown-region");
		assertThat(errors(this.api.patch(path, """
				{"status": "REGISTERED", "registrationNumber": "SA-1", "contacts": []}"""))).containsExactlyInAnyOrder(
				"/status not-patchable", "/registrationNumber not-patchable", "/contacts not-patchable");
		assertThat(errors(this.api.patch(path, "[]"))).containsExactly(" wrong-type");
		assertThat(this.api.get(path).header("ETag")).isEqualTo("\"2\"");
	}

	@Test
	void contactsMayComeAsAListByItselfAndItsErrorsPointIntoIt() {
		String path = "/api/v1/charities/" + this.api.apply(Applications.association()).id() + "/contacts";
		String contact = """
				{"name": "عضو", "role": "MEMBER", "phone": "%s", "language": "ar", "channels": ["SMS"]}""";
		assertThat(errors(this.api.put(path, "[" + contact.formatted("12") + ", 7]")))
			.containsExactly("/0/phone bad-phone", "/1 wrong-type");
		assertThat(errors(this.api.put(path, "{\"contacts\": [" + contact.formatted("12") + "]}")))
			.containsExactly("/contacts/0/phone bad-phone");
		assertThat(this.api.put(path, "[" + contact.formatted("0500005678") + "]").json().path("contacts").toString())
			.contains("+966500005678");
	}

	@Test
	void eachMistakeOfAnotherSortHasItsOwnAnswer() {
		String unknown = "/api/v1/charities/0193a1b2-7c00-7a10-8c01-5d2f6a9b0e11";
		assertAnswer(this.api.get(unknown), 404, "not-found");
		assertAnswer(this.api.get("/api/v1/charities/nonsense"), 404, "not-found");
		assertAnswer(this.api.get(unknown + "/history"), 404, "not-found");
		assertAnswer(this.api.patch(unknown, "{}"), 404, "not-found");
		assertAnswer(this.api.put(unknown + "/contacts", "{\"contacts\": []}"), 404, "not-found");
		assertAnswer(this.api.post(unknown + "/decisions", "{\"decision\": \"APPROVE\"}"), 404, "not-found");
		assertAnswer(this.api.get("/api/v1/charities?cursor=abc"), 400, "invalid-cursor");
		assertAnswer(this.api.get("/api/v1/charities?limit=0"), 400, "invalid-input");
		assertAnswer(this.api.get("/api/v1/charities?kind=club!&region=XX&field=Z&status=GONE"), 400, "invalid-input");
		assertAnswer(this.api.apply("{\"kind\": "), 400, "malformed-json");
		assertAnswer(this.api.apply(Applications.association(), "Content-Type", "text/plain"), 415,
				"unsupported-media-type");
	}

	@Test
	void aStaleVersionIsRefused() {
		Answer applied = this.api.registered(Applications.association());
		String path = "/api/v1/charities/" + applied.id();
		assertThat(this.api.patch(path, "{\"fields\": [\"B\"]}", "If-Match", applied.header("ETag")).status())
			.isEqualTo(200);
		assertAnswer(this.api.patch(path, "{\"fields\": [\"C\"]}", "If-Match", applied.header("ETag")), 412,
				"stale-version");
		assertAnswer(this.api.decide(applied.id(), "SUSPEND", "If-Match", applied.header("ETag")), 412,
				"stale-version");
		assertAnswer(this.api.put(path + "/contacts", "{\"contacts\": []}", "If-Match", "\"2\""), 412, "stale-version");
		Answer current = this.api.get(path);
		assertThat(current.json().path("fields").toString()).isEqualTo("[\"B\"]");
		assertThat(this.api.get(path, "If-None-Match", current.header("ETag")).status()).isEqualTo(304);
		assertThat(this.api.get(path, "If-None-Match", applied.header("ETag")).status()).isEqualTo(200);
	}

	private static void assertAnswer(Answer answer, int status, String problem) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		assertThat(answer.problem()).isEqualTo(problem);
	}

	private static List<String> errors(Answer answer) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(400);
		return answer.json()
			.path("errors")
			.values()
			.stream()
			.map((error) -> error.path("pointer").asString() + " " + error.path("code").asString())
			.toList();
	}

}
