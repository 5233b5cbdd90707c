package org.sharaka.registry.charity;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.testing.PublishedEvents;
import org.sharaka.chassis.testing.ServiceIntegrationTest;
import org.sharaka.registry.Applications;
import org.sharaka.registry.RegistryApi;
import org.sharaka.registry.RegistryApi.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceIntegrationTest
class CharityLifecycleIT {

	@LocalServerPort
	int port;

	@Autowired
	Charities charities;

	private static final String TODAY = LocalDate.now(ZoneId.of("Asia/Riyadh")).toString();

	@Autowired
	MongoDatabase database;

	RegistryApi api;

	@BeforeEach
	void connect() {
		this.api = new RegistryApi(this.port);
	}

	@Test
	void aCharityAppliesIsReturnedAppliesAgainIsRegisteredSuspendedReinstatedDissolvedAndRemoved() {
		Answer applied = this.api.apply(Applications.association());
		String id = applied.id();
		String path = "/api/v1/charities/" + id;
		assertThat(applied.status()).isEqualTo(201);
		assertThat(applied.header("Location")).endsWith(path);
		assertThat(applied.header("ETag")).isEqualTo("\"2\"");
		assertThat(applied.json().path("status").asString()).isEqualTo("APPLIED");
		assertThat(applied.json().has("registrationNumber")).isFalse();

		assertThat(statusAfter(this.api.decide(id, "RETURN"))).isEqualTo("RETURNED");
		assertThat(statusAfter(this.api.patch(path, """
				{"name": {"en": null}}""", "Content-Type", "application/merge-patch+json"))).isEqualTo("APPLIED");
		Answer registered = this.api.decide(id, "APPROVE");
		String number = registered.json().path("registrationNumber").asString();
		assertThat(statusAfter(registered)).isEqualTo("REGISTERED");
		assertThat(number).matches("SA-20[0-9]{2}-[0-9]{6}");
		assertThat(statusAfter(this.api.patch(path, """
				{"fields": ["C"]}"""))).isEqualTo("REGISTERED");
		assertThat(statusAfter(this.api.decide(id, "SUSPEND"))).isEqualTo("SUSPENDED");
		assertThat(this.api.patch(path, """
				{"fields": ["D"]}""").problem()).isEqualTo("change-not-allowed");
		assertThat(statusAfter(this.api.decide(id, "REINSTATE"))).isEqualTo("REGISTERED");
		assertThat(statusAfter(this.api.decide(id, "DISSOLVE"))).isEqualTo("DISSOLVED");
		Answer removed = this.api.decide(id, "REMOVE");
		assertThat(statusAfter(removed)).isEqualTo("REMOVED");
		assertThat(removed.json().path("registrationNumber").asString()).isEqualTo(number);
		assertThat(removed.json().path("version").asInt()).isEqualTo(10);

		List<String> story = List.of("charity.applied", "contacts.changed", "charity.returned", "charity.applied",
				"charity.registered", "charity.updated", "charity.suspended", "charity.reinstated", "charity.dissolved",
				"charity.removed");
		assertThat(historyOf(path).stream().map((entry) -> entry.path("event").asString())).isEqualTo(story);
		assertPublished(id, story);
	}

	private void assertPublished(String id, List<String> story) {
		try (PublishedEvents published = PublishedEvents.of(getClass(), "partnership.charities",
				"partnership.contacts")) {
			published.await("charity.removed", (event) -> id.equals(event.subject()));
			for (int index = 0; index < story.size(); index++) {
				long sequence = index + 1;
				Event event = published.events(story.get(index))
					.stream()
					.filter((one) -> id.equals(one.subject()) && one.sequence() == sequence)
					.findFirst()
					.orElseThrow(() -> new AssertionError("event " + sequence + " was not published"));
				assertThat(event.source()).isEqualTo("/registry-service");
				assertThat(event.key()).isEqualTo(id);
				if (!story.get(index).equals("contacts.changed")) {
					assertThat(event.body().path("version").asLong()).isEqualTo(sequence);
					assertThat(event.body().path("id").asString()).isEqualTo(id);
				}
			}
		}
	}

	@Test
	void theArabicNameIsTheSameInHttpDatabaseAndKafka() {
		Answer applied = this.api.apply(Applications.association());
		String id = applied.id();
		assertThat(applied.json().path("name").path("ar").asString()).isEqualTo(Applications.NAME);
		assertThat(this.api.get("/api/v1/charities/" + id).text()).contains(Applications.NAME);
		assertThat(this.charities.find(id).orElseThrow().profile().name().ar()).isEqualTo(Applications.NAME);
		try (PublishedEvents published = PublishedEvents.of(getClass(), "partnership.charities")) {
			Event event = published.await("charity.applied", (one) -> id.equals(one.subject()));
			assertThat(event.body().path("name").path("ar").asString()).isEqualTo(Applications.NAME);
		}
	}

	@Test
	void personalDataGoesToTheTopicOfContactsAndToNoOther() {
		String id = this.api.apply(Applications.association()).id();
		try (PublishedEvents contacts = PublishedEvents.of(getClass(), "partnership.contacts");
				PublishedEvents charities = PublishedEvents.of(getClass(), "partnership.charities")) {
			JsonNode contact = contacts.await("contacts.changed", (event) -> id.equals(event.subject()))
				.body()
				.path("contacts")
				.path(0);
			assertThat(contact.path("email").asString()).isEqualTo("chair@ihsan.test");
			assertThat(contact.path("phone").asString()).isEqualTo("+966500001234");
			Event applied = charities.await("charity.applied", (event) -> id.equals(event.subject()));
			assertThat(applied.body().toString()).doesNotContain("ihsan.test", "96650000", "رئيس");
		}
		assertThat(this.api.get("/api/v1/charities?limit=200").text()).contains(id)
			.doesNotContain("ihsan.test", "96650000");
		assertThat(this.api.get("/api/v1/charities/" + id).text()).contains("chair@ihsan.test", "+966500001234");
	}

	@Test
	void contactsAreReplacedAndKeepTheirIds() {
		Answer applied = this.api.apply(Applications.association());
		String path = "/api/v1/charities/" + applied.id() + "/contacts";
		String chair = applied.json().path("contacts").path(0).path("id").asString();
		String list = """
				{"contacts": [
				 {"name": "عضو", "role": "MEMBER", "language": "ar", "channels": []},
				 {"name": "الرئيس الجديد", "role": "CHAIR", "email": "Chair@IHSAN.test", "language": "en", "channels": ["EMAIL"]}]}""";
		Answer changed = this.api.put(path, list, "If-Match", applied.header("ETag"));
		assertThat(changed.status()).isEqualTo(200);
		assertThat(changed.json().path("contacts").path(1).path("id").asString()).isEqualTo(chair);
		assertThat(changed.json().path("contacts").path(0).path("id").asString()).isNotEqualTo(chair);
		assertThat(changed.header("ETag")).isEqualTo("\"3\"");
		assertThat(this.api.put(path, list).header("ETag")).as("the same list again").isEqualTo("\"3\"");

		Answer none = this.api.put(path, """
				{"contacts": []}""");
		assertThat(none.json().path("contacts").size()).isZero();
		assertThat(none.json().path("version").asInt()).isEqualTo(4);
		Answer unknown = this.api.put(path, """
				{"contacts": [{"id": "%s", "name": "عضو", "role": "MEMBER", "language": "ar", "channels": []}]}"""
			.formatted(chair));
		assertThat(unknown.status()).isEqualTo(400);
		assertThat(unknown.problem()).isEqualTo("invalid-input");
		assertThat(unknown.json().path("errors").path(0)).isEqualTo(
				json("""
						{"pointer": "/contacts/0/id", "code": "unknown-contact",
						 "message": "The contact at index 0 has an id that the charity does not have, or that appears twice."}"""));
	}

	@Test
	void aDecisionIsEnteredWithReasonDateAndReference() {
		String id = this.api.apply(Applications.association()).id();
		Answer returned = this.api.post("/api/v1/charities/" + id + "/decisions", """
				{"decision": "RETURN", "reason": {"ar": "ينقص النظام الأساسي", "en": "No statute"},
				 "effectiveDate": "%s", "reference": "ق/١٤٤٨/٣١٧"}""".formatted(arabicIndic(TODAY)));
		assertThat(returned.json().path("decision")).isEqualTo(json("""
				{"decision": "RETURN", "reason": {"ar": "ينقص النظام الأساسي", "en": "No statute"},
				 "effectiveDate": "%s", "reference": "ق/١٤٤٨/٣١٧"}""".formatted(TODAY)));
		assertThat(this.api.patch("/api/v1/charities/" + id, "{}").json().path("status").asString())
			.as("an empty patch does not apply again")
			.isEqualTo("RETURNED");
		this.api.patch("/api/v1/charities/" + id, "{\"fields\": [\"B\"]}");
		Answer approved = this.api.decide(id, "APPROVE");
		assertThat(approved.json().path("decision").path("effectiveDate").asString()).as("today if no date is given")
			.isEqualTo(TODAY);
	}

	@Test
	void anApplicationUnderReviewIsUpdated() {
		String id = this.api.apply(Applications.association()).id();
		Answer changed = this.api.patch("/api/v1/charities/" + id, "{\"fields\": [\"B\"]}");
		assertThat(statusAfter(changed)).isEqualTo("APPLIED");
		assertThat(changed.json().path("version").asInt()).isEqualTo(3);
		try (PublishedEvents published = PublishedEvents.of(getClass(), "partnership.charities")) {
			Event updated = published.await("charity.updated", (event) -> id.equals(event.subject()));
			assertThat(updated.sequence()).isEqualTo(3);
			assertThat(updated.body().path("fields").toString()).isEqualTo("[\"B\"]");
		}
	}

	@Test
	void aRegisteredCharityKeepsKindAndCountry() {
		String path = "/api/v1/charities/" + this.api.registered(Applications.association()).id();
		for (String patch : List.of("{\"kind\": \"FOUNDATION\"}", "{\"region\": \"BH-13\"}")) {
			Answer changed = this.api.patch(path, patch);
			assertThat(changed.status()).isEqualTo(409);
			assertThat(changed.problem()).isEqualTo("new-registration-required");
		}
		assertThat(this.api.patch(path, "{\"region\": \"SA-02\"}").status()).isEqualTo(200);
	}

	@Test
	void aPhoneThatTheNumberPlanDoesNotKnowIsAcceptedWithAWarning() {
		Answer applied = this.api.apply(Applications.association().replace("٠٥٠ ٠٠٠ ١٢٣٤", "+966 520001234"),
				"Accept-Language", "ar");
		assertThat(applied.status()).as(applied.text()).isEqualTo(201);
		JsonNode warning = applied.json().path("warnings").path(0);
		assertThat(warning.path("pointer").asString()).isEqualTo("/contacts/0/phone");
		assertThat(warning.path("code").asString()).isEqualTo("unknown-number-range");
		assertThat(warning.path("message").asString()).contains("خطة الترقيم");
		assertThat(this.api.apply(Applications.association()).json().has("warnings")).isFalse();
	}

	@Test
	void aCharityInAStatusOfANewerVersionIsReadButNotWritten() {
		String id = this.api.apply(Applications.association()).id();
		this.database.getCollection("charities").updateOne(Filters.eq("_id", id), Updates.set("status", "AMALGAMATED"));
		assertThat(this.api.get("/api/v1/charities?limit=200").text()).contains(id);
		assertThat(this.api.get("/api/v1/charities/" + id).json().path("status").asString()).isEqualTo("UNKNOWN");
		assertThat(this.api.decide(id, "APPROVE").problem()).isEqualTo("decision-not-allowed");
		assertThat(this.api.put("/api/v1/charities/" + id + "/contacts", "[]").problem())
			.isEqualTo("change-not-allowed");
	}

	@Test
	void theHistoryComesInPages() {
		String path = "/api/v1/charities/" + this.api.registered(Applications.association()).id() + "/history";
		Answer first = this.api.get(path + "?limit=2");
		assertThat(first.json().path("items").size()).isEqualTo(2);
		Answer second = this.api.get(path + "?limit=2&cursor=" + first.json().path("next").asString());
		assertThat(second.json().path("items").size()).isEqualTo(1);
		assertThat(second.json().path("items").path(0).path("event").asString()).isEqualTo("charity.registered");
		assertThat(second.json().path("next").isNull()).isTrue();
	}

	private List<JsonNode> historyOf(String path) {
		return List.copyOf(this.api.get(path + "/history").json().path("items").values());
	}

	private static String statusAfter(Answer answer) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		assertThat(answer.header("ETag")).isEqualTo('"' + answer.json().path("version").asString() + '"');
		return answer.json().path("status").asString();
	}

	private static String arabicIndic(String date) {
		return date.chars()
			.mapToObj((c) -> Character.toString(Character.isDigit(c) ? c - '0' + '٠' : c))
			.collect(Collectors.joining());
	}

	private static JsonNode json(String text) {
		return tools.jackson.databind.json.JsonMapper.shared().readTree(text);
	}

}
