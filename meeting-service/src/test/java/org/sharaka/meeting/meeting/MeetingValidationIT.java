package org.sharaka.meeting.meeting;

import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.sharaka.meeting.testing.Api.Answer;
import org.sharaka.meeting.testing.Publisher;
import org.sharaka.meeting.testing.Requests;
import org.sharaka.meeting.testing.ServiceTest;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class MeetingValidationIT extends ServiceTest {

	@Test
	void withEveryFieldWrongGetAllErrorsAtOnceInArabic() {
		String unknown = Publisher.newId();
		String notYetRegistered = this.register.applied("ASSOCIATION", "D", "SA-01");
		Answer answer = this.api.schedule("""
				{"type": "PARTY", "title": {"en": "No Arabic"}, "startsAt": "tomorrow", "zone": "+03:00",
				 "durationMinutes": 0, "venue": {"hallId": "1", "url": "ftp://x"}, "chair": " ", "capacity": -1,
				 "agenda": [{"title": {"ar": "بند"}}, {}],
				 "invite": {"charities": ["%s", "x"], "kinds": ["CLUB"], "fields": ["Z"], "regions": ["FR-75"]}}"""
			.formatted(unknown), "Accept-Language", "ar-SA");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
		assertThat(answer.problem()).isEqualTo("invalid-input");
		assertThat(answer.errors()).containsExactly("/type unknown-value", "/title/ar required",
				"/startsAt bad-date-time", "/zone unknown-zone", "/durationMinutes out-of-range",
				"/venue not-one-venue", "/venue/hallId bad-id", "/venue/url bad-uri", "/chair blank",
				"/capacity out-of-range", "/agenda/1/title required", "/invite/charities/1 bad-id",
				"/invite/kinds/0 unknown-value", "/invite/fields/0 unknown-value", "/invite/regions/0 unknown-value");
		assertThat(answer.json().path("errors").valueStream().map((error) -> error.path("message").stringValue()))
			.allMatch((message) -> message.codePoints().anyMatch((c) -> c >= 0x0621 && c <= 0x064A));

		Awaitility.await()
			.untilAsserted(() -> assertThat(this.api.schedule(Requests.reception(unknown, notYetRegistered)).errors())
				.containsExactly("/invite/charities/0 unknown-charity", "/invite/charities/1 not-registered"));
		assertThat(this.api.schedule("{}").errors()).contains("/type required", "/invite required");
	}

	@Test
	void saySoInEnglishToo() {
		Answer answer = this.api.schedule(
				Requests.meeting("2027-03-28T01:30", "Europe/London", "{\"regions\": [\"BH-17\"]}"), "Accept-Language",
				"en");
		assertThat(answer.errors()).containsExactly("/startsAt skipped-local-time");
		assertThat(answer.json().path("errors").path(0).path("message").stringValue()).contains("Europe/London");
		assertThat(
				this.api.schedule(Requests.meeting("2027-03-28T03:30", "Europe/London", "{\"regions\": [\"BH-17\"]}"))
					.errors())
			.containsExactly("/invite nobody-matches");
	}

	@Test
	void thatAreNoJsonOrOfAnotherTypeAreRefused() {
		assertThat(this.api.schedule("{\"type\": ").problem()).isEqualTo("malformed-json");
		Answer xml = this.api.schedule("<meeting/>", "Content-Type", "application/xml");
		assertThat(xml.status()).isEqualTo(415);
		assertThat(xml.problem()).isEqualTo("unsupported-media-type");
		assertThat(this.api.schedule("[]").errors()).contains(" wrong-type");
	}

	@Test
	void aboutWhatIsNotThereGet404() {
		String none = Publisher.newId();
		assertNotFound(this.api.get("/api/v1/meetings/" + none));
		assertNotFound(this.api.post("/api/v1/meetings/" + none + "/cancel", null));
		assertNotFound(this.api.post("/api/v1/meetings/" + none + "/reschedule",
				Requests.move("2027-06-01T11:00:00", "Asia/Riyadh")));
		assertNotFound(this.api.answer(none, none, "ACCEPTED"));
		String meeting = this.api.schedule(Requests.reception(this.register.registered())).id();
		assertNotFound(this.api.answer(meeting, none, "ACCEPTED"));
		assertNotFound(this.api.get("/api/v1/meetings/" + meeting + "/invitations/" + none));
	}

	private static void assertNotFound(Answer answer) {
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.problem()).isEqualTo("not-found");
	}

	@Test
	void withAStaleVersionChangeNothing() {
		String charity = this.register.registered();
		String meeting = this.api.schedule(Requests.reception(charity)).id();
		assertThat(this.api.answer(meeting, charity, "ACCEPTED", "If-Match", "\"1\"").status()).isEqualTo(200);
		assertStale(this.api.answer(meeting, charity, "DECLINED", "If-Match", "\"1\""));
		assertStale(this.api.post("/api/v1/meetings/" + meeting + "/cancel", null, "If-Match", "\"2\""));
		assertStale(this.api.post("/api/v1/meetings/" + meeting + "/reschedule",
				Requests.move("2027-06-01T11:00:00", "Asia/Riyadh"), "If-Match", "\"99\""));
		assertThat(statusOf(meeting, charity)).isEqualTo("ACCEPTED");
	}

	private static void assertStale(Answer answer) {
		assertThat(answer.status()).isEqualTo(412);
		assertThat(answer.problem()).isEqualTo("stale-version");
	}

	@Test
	void areRefusedForAnswersThatAreNone() {
		String charity = this.register.registered();
		String meeting = this.api.schedule(Requests.reception(charity)).id();
		assertThat(this.api.answer(meeting, charity, "WITHDRAWN").errors()).containsExactly("/status unknown-value");
		assertThat(put(meeting, charity, "{\"status\": \"DECLINED\", \"delegates\": [{\"name\": \"نورة\"}]}"))
			.containsExactly("/delegates delegates-of-declined");
		assertThat(put(meeting, charity, "{\"delegates\": [{\"name\": \"\"}, {}, \"نورة\"]}")).containsExactly(
				"/delegates/0/name blank", "/delegates/1/name required", "/delegates/2 wrong-type", "/status required");
		assertThat(this.api.post("/api/v1/meetings/" + meeting + "/reschedule", "{\"durationMinutes\": \"long\"}")
			.errors()).containsExactlyInAnyOrder("/durationMinutes wrong-type", "/startsAt required", "/zone required",
					"/reason required");
		assertThat(
				this.api.post("/api/v1/meetings/" + meeting + "/cancel", "{\"reason\": {\"en\": \"only\"}}").errors())
			.containsExactly("/reason/ar required");
		assertThat(this.api
			.post("/api/v1/meetings/" + meeting + "/reschedule", Requests.move("2020-06-01T11:00:00", "Asia/Riyadh"))
			.errors()).containsExactly("/startsAt not-in-future");
	}

	private List<String> put(String meeting, String charity, String json) {
		return this.api.put("/api/v1/meetings/" + meeting + "/invitations/" + charity, json).errors();
	}

	@Test
	void thatRepeatAnIdempotencyKeyAreAnsweredAlikeOrRefused() {
		String charity = this.register.registered();
		String[] key = { "Idempotency-Key", "reception-2027-06" };
		Answer first = this.api.schedule(Requests.reception(charity), key);
		Answer again = this.api.schedule(Requests.reception(charity), key);
		assertThat(again.status()).isEqualTo(201);
		assertThat(again.json()).isEqualTo(first.json());
		Answer other = this.api.schedule(Requests.reception(charity).replace(" 90,", " 60,"), key);
		assertThat(other.status()).isEqualTo(422);
		assertThat(other.problem()).isEqualTo("idempotency-key-reused");
	}

	@Test
	void areDescribedInOpenApi() {
		JsonNode paths = this.api.get("/v3/api-docs").json().path("paths");
		assertThat(paths.propertyNames()).contains("/api/v1/meetings", "/api/v1/meetings/{id}",
				"/api/v1/meetings/{id}.ics", "/api/v1/meetings/{id}/reschedule", "/api/v1/meetings/{id}/cancel",
				"/api/v1/meetings/{id}/invitations", "/api/v1/meetings/{id}/invitations/{charityId}");
	}

}
