package org.sharaka.registry.charity.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.testing.TestInfrastructure;
import org.sharaka.chassis.testing.ServiceIntegrationTest;
import org.sharaka.registry.Applications;
import org.sharaka.registry.RegistryApi;
import org.sharaka.registry.RegistryApi.Answer;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceIntegrationTest
class MinistryDecisionHandlerIT {

	private static final String TYPE = "org.sharaka.ministry.decision-taken.v1";

	private static final String TODAY = LocalDate.now(ZoneId.of("Asia/Riyadh")).toString();

	private static final String UNKNOWN = "0193a1b2-7c00-7a10-8c01-5d2f6a9b0e11";

	private final KafkaProducer<String, String> ministry = new KafkaProducer<>(
			Map.of("bootstrap.servers", TestInfrastructure.kafka()), new StringSerializer(), new StringSerializer());

	@LocalServerPort
	int port;

	RegistryApi api;

	@BeforeEach
	void connect() {
		this.api = new RegistryApi(this.port);
	}

	@AfterEach
	void disconnect() {
		this.ministry.close();
	}

	@Test
	void aDecisionIsEnteredOnceHoweverOftenItsEventIsDelivered() {
		String id = this.api.registered(Applications.association()).id();
		String event = UUID.randomUUID().toString();
		for (int time = 0; time < 5; time++) {
			publish(event, id, decision(byId(id), "SUSPEND"));
		}
		JsonNode suspended = awaitStatus(id, "SUSPENDED");
		assertThat(suspended.path("decision").path("reference").asString()).isEqualTo("ق/١٤٤٨/٣١٧");
		assertThat(suspended.path("version").asInt()).isEqualTo(4);

		publish(UUID.randomUUID().toString(), id, decision(byId(id), "REINSTATE"));
		awaitStatus(id, "REGISTERED");
		publish(event, id, decision(byId(id), "SUSPEND"));
		publish(UUID.randomUUID().toString(), id, decision(byId(id), "DISSOLVE"));
		assertThat(awaitStatus(id, "DISSOLVED").path("version").asInt()).as("the old event again changed nothing")
			.isEqualTo(6);
		List<JsonNode> history = history(id);
		assertThat(history.get(3).path("actor").asString()).isEqualTo("/ministry-of-tests");
		assertThat(history.get(3).path("reason").path("ar").asString()).isEqualTo("تأخّر القوائم المالية");
	}

	@Test
	void aDecisionMayNameTheCharityByItsRegistrationNumberInAStructuredEvent() {
		Answer registered = this.api.registered(Applications.association());
		String number = registered.json().path("registrationNumber").asString();
		ProducerRecord<String, String> record = new ProducerRecord<>(topic(), registered.id(), """
				{"specversion": "1.0", "id": "%s", "source": "/ministry-of-tests", "type": "%s", "data": %s}"""
			.formatted(UUID.randomUUID(), TYPE, decision("\"registrationNumber\": \"" + number + "\"", "REMOVE")));
		record.headers().add("content-type", "application/cloudevents+json; charset=utf-8".getBytes());
		this.ministry.send(record);
		awaitStatus(registered.id(), "REMOVED");
	}

	@Test
	void aDecisionOnAnUnknownCharityIsADeadLetterAndBlocksNoOther() {
		String id = this.api.registered(Applications.association()).id();
		String unknown = publish(UUID.randomUUID().toString(), UNKNOWN, decision(byId(UNKNOWN), "SUSPEND"));
		publish(UUID.randomUUID().toString(), id, decision(byId(id), "SUSPEND"));
		awaitStatus(id, "SUSPENDED");
		JsonNode letter = awaitDeadLetter(unknown);
		assertThat(letter.path("code").asString()).isEqualTo("unknown-charity");
		assertThat(letter.path("reason").asString()).contains("no charity").contains(UNKNOWN);

		String number = publish(UUID.randomUUID().toString(), "x",
				decision("\"registrationNumber\": \"SA-1999-000001\"", "SUSPEND"));
		assertThat(awaitDeadLetter(number).path("code").asString()).isEqualTo("unknown-charity");
	}

	@Test
	void aDecisionThatCameTooEarlyCanBeReplayed() {
		String id = this.api.registered(Applications.association()).id();
		String early = publish(UUID.randomUUID().toString(), id, decision(byId(id), "REINSTATE"));
		publish(UUID.randomUUID().toString(), id, decision(byId(id), "SUSPEND"));
		awaitStatus(id, "SUSPENDED");
		JsonNode letter = awaitDeadLetter(early);
		assertThat(letter.path("code").asString()).isEqualTo("decision-not-allowed");
		assertThat(letter.path("reason").asString()).contains("REINSTATE", "REGISTERED", id);
		Answer replayed = this.api.send("POST", "/api/v1/ops/dead-letters/" + letter.path("id").asString() + "/replay",
				null);
		assertThat(replayed.status()).as(replayed.text()).isEqualTo(200);
		awaitStatus(id, "REGISTERED");
	}

	@Test
	void aDecisionThatCanNeverBeEnteredIsADeadLetterAtOnce() {
		Answer one = this.api.registered(Applications.association());
		Answer other = this.api.registered(Applications.association());
		String both = byId(one.id()) + ", \"registrationNumber\": \""
				+ other.json().path("registrationNumber").asString() + '"';
		String mismatch = publish(UUID.randomUUID().toString(), one.id(), decision(both, "SUSPEND"));
		String future = publish(UUID.randomUUID().toString(), one.id(),
				decision(byId(one.id()), "SUSPEND").replaceFirst(TODAY, "2999-01-01"));
		String malformed = publish(UUID.randomUUID().toString(), one.id(), "{\"decision\": \"SUSPEND\"}");
		assertThat(awaitDeadLetter(mismatch).path("code").asString()).isEqualTo("charity-mismatch");
		JsonNode inFuture = awaitDeadLetter(future);
		assertThat(inFuture.path("code").asString()).isEqualTo("effective-date-in-future");
		assertThat(inFuture.path("reason").asString()).contains("effective date 2999-01-01 must not be after",
				one.id());
		assertThat(awaitDeadLetter(malformed).path("code").asString()).isEqualTo("contract-broken");
		assertThat(statusOf(one.id())).isEqualTo("REGISTERED");
	}

	private static String byId(String id) {
		return "\"charityId\": \"" + id + '"';
	}

	private static String decision(String charity, String decision) {
		return """
				{%s, "decision": "%s", "reason": {"ar": "تأخّر القوائم المالية"}, "effectiveDate": "%s",
				 "reference": "ق/١٤٤٨/٣١٧"}""".formatted(charity, decision, TODAY);
	}

	/**
	 * @return the id of the event
	 */
	private String publish(String id, String key, String data) {
		ProducerRecord<String, String> record = new ProducerRecord<>(topic(), key, data);
		Map.of("ce_specversion", "1.0", "ce_id", id, "ce_source", "/ministry-of-tests", "ce_type", TYPE, "content-type",
				"application/json")
			.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
		this.ministry.send(record);
		return id;
	}

	private String topic() {
		return TestInfrastructure.uniqueName(getClass()) + ".ministry.events";
	}

	private JsonNode awaitStatus(String id, String status) {
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> statusOf(id).equals(status));
		return this.api.get("/api/v1/charities/" + id).json();
	}

	private String statusOf(String id) {
		return this.api.get("/api/v1/charities/" + id).json().path("status").asString();
	}

	private List<JsonNode> history(String id) {
		return List.copyOf(this.api.get("/api/v1/charities/" + id + "/history").json().path("items").values());
	}

	private JsonNode awaitDeadLetter(String eventId) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> deadLetter(eventId), Optional::isPresent)
			.orElseThrow();
	}

	private Optional<JsonNode> deadLetter(String eventId) {
		return this.api.get("/api/v1/ops/dead-letters?limit=200")
			.json()
			.path("items")
			.values()
			.stream()
			.map((letter) -> this.api.get("/api/v1/ops/dead-letters/" + letter.path("id").asString()).json())
			.filter((letter) -> letter.path("headers").path("ce_id").asString("").equals(eventId))
			.findFirst();
	}

}
