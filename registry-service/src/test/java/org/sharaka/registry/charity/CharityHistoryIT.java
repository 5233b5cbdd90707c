package org.sharaka.registry.charity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.testing.ServiceIntegrationTest;
import org.sharaka.registry.Applications;
import org.sharaka.registry.RegistryApi;
import org.sharaka.registry.RegistryApi.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceIntegrationTest
class CharityHistoryIT {

	private static final ZoneId RIYADH = ZoneId.of("Asia/Riyadh");

	@TestConfiguration(proxyBeanMethods = false)
	static class ClockConfiguration {

		@Bean
		MovableClock clock() {
			return new MovableClock(Duration.ofDays(400));
		}

	}

	@LocalServerPort
	int port;

	@Autowired
	MovableClock clock;

	@Autowired
	MongoDatabase database;

	RegistryApi api;

	@BeforeEach
	void connect() {
		this.api = new RegistryApi(this.port);
	}

	@Test
	void aBackDatedSuspensionHoldsFromItsDayAndARenameInBetweenStaysInItsOwnTime() {
		String id = this.api.registered(Applications.association("الاسم الأول")).id();
		String path = "/api/v1/charities/" + id;
		LocalDate registeredOn = today();
		this.clock.advance(Duration.ofDays(10));
		LocalDate suspendedFrom = today();
		this.clock.advance(Duration.ofDays(10));
		LocalDate renamedOn = today();
		assertThat(this.api.patch(path, "{\"name\": {\"ar\": \"الاسم الثاني\"}}").status()).isEqualTo(200);
		this.clock.advance(Duration.ofDays(10));
		Instant beforeTheEntry = this.clock.instant();
		this.clock.advance(Duration.ofSeconds(1));
		Answer suspended = this.api.post(path + "/decisions", """
				{"decision": "SUSPEND", "reason": {"ar": "تأخّر القوائم المالية"}, "effectiveDate": "%s"}"""
			.formatted(suspendedFrom));
		assertThat(suspended.status()).as(suspended.text()).isEqualTo(200);

		assertPast(path + "?asAt=" + registeredOn.minusDays(1), null, null);
		assertPast(path + "?asAt=" + suspendedFrom.minusDays(1), "REGISTERED", "الاسم الأول");
		assertPast(path + "?asAt=" + suspendedFrom, "SUSPENDED", "الاسم الأول");
		assertPast(path + "?asAt=" + renamedOn, "SUSPENDED", "الاسم الثاني");
		assertPast(path + "?asAt=" + suspendedFrom + "&knownAt=" + beforeTheEntry, "REGISTERED", "الاسم الأول");
		assertPast(path + "?asAt=" + renamedOn + "&knownAt=" + beforeTheEntry, "REGISTERED", "الاسم الثاني");
		assertPast(path + "?knownAt=" + this.clock.instant(), "SUSPENDED", "الاسم الثاني");

		JsonNode entry = history(path).getLast();
		assertThat(entry.path("event").asString()).isEqualTo("charity.suspended");
		assertThat(entry.path("version").asInt()).isEqualTo(5);
		assertThat(entry.path("actor").asString()).isEqualTo("anonymous");
		assertThat(entry.path("reason").path("ar").asString()).isEqualTo("تأخّر القوائم المالية");
		assertThat(entry.path("effectiveAt").asString())
			.isEqualTo(suspendedFrom.atStartOfDay(RIYADH).toInstant().toString());
		assertThat(Instant.parse(entry.path("recordedAt").asString())).isAfter(beforeTheEntry);
		assertThat(entry.path("changes").values()).contains(json("""
				{"pointer": "/status", "from": "REGISTERED", "to": "SUSPENDED"}"""));
		assertThat(history(path).get(3).path("changes").values()).contains(json("""
				{"pointer": "/name/ar", "from": "الاسم الأول", "to": "الاسم الثاني"}"""));
	}

	@Test
	void theHistoryShowsNoPersonalData() {
		String path = "/api/v1/charities/" + this.api.apply(Applications.association()).id();
		assertThat(this.api.put(path + "/contacts", """
				[{"name": "العضو الجديد", "role": "MEMBER", "email": "new@ihsan.test", "language": "ar",
				  "channels": ["EMAIL"]}]""").status()).isEqualTo(200);
		assertThat(history(path)).extracting((entry) -> entry.path("event").asString())
			.containsExactly("charity.applied", "contacts.changed", "contacts.changed");
		for (String resource : List.of(path + "/history", path + "?knownAt=" + this.clock.instant())) {
			assertThat(this.api.get(resource).text()).doesNotContain("ihsan.test", "96650000", "العضو", "رئيس");
		}
	}

	@Test
	void contactsThatAreRemovedAreErasedFromTheHistory() {
		String id = this.api.apply(Applications.association()).id();
		assertThat(this.api.put("/api/v1/charities/" + id + "/contacts", "[]").status()).isEqualTo(200);
		Awaitility.await().untilAsserted(() -> {
			List<Document> entries = storedHistory(id);
			assertThat(entries).hasSize(3);
			assertThat(entries).noneMatch((entry) -> entry.toJson().contains("ihsan.test"));
			assertThat(entries.get(1).get("data")).as("the payload of contacts.changed").isNull();
		});
	}

	@Test
	void contactsThatAreReplacedAreErasedFromTheHistory() {
		String id = this.api.apply(Applications.association()).id();
		assertThat(this.api.put("/api/v1/charities/" + id + "/contacts", """
				[{"name": "العضو الجديد", "role": "MEMBER", "email": "new@waha.test", "language": "ar",
				  "channels": ["EMAIL"]}]""").status()).isEqualTo(200);
		Awaitility.await().untilAsserted(() -> {
			List<Document> entries = storedHistory(id);
			assertThat(entries).hasSize(3);
			assertThat(entries).noneMatch((entry) -> entry.toJson().contains("ihsan.test"));
			assertThat(entries.get(1).get("data")).as("the payload with the earlier contacts").isNull();
			assertThat(new String(entries.get(2).get("data", Binary.class).getData(), StandardCharsets.UTF_8))
				.contains("new@waha.test");
		});
	}

	private List<Document> storedHistory(String id) {
		return this.database.getCollection("charitiesHistory")
			.find(Filters.eq("aggregateId", id))
			.sort(Sorts.ascending("sequence"))
			.into(new ArrayList<>());
	}

	private void assertPast(String path, String status, String name) {
		Answer past = this.api.get(path);
		if (status == null) {
			assertThat(past.status()).as(path).isEqualTo(404);
			return;
		}
		assertThat(past.status()).as(past.text()).isEqualTo(200);
		assertThat(past.json().path("status").asString()).as(path).isEqualTo(status);
		assertThat(past.json().path("name").path("ar").asString()).as(path).isEqualTo(name);
		assertThat(past.json().has("contacts")).isFalse();
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), RIYADH);
	}

	private List<JsonNode> history(String path) {
		return List.copyOf(this.api.get(path + "/history").json().path("items").values());
	}

	private static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text);
	}

}
