package org.sharaka.notification;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.testing.ServiceIntegrationTest;
import org.sharaka.notification.delivery.sms.Phones;
import org.sharaka.notification.testing.EventPublisher;
import org.sharaka.notification.testing.EventPublisher.Publication;
import org.sharaka.notification.testing.Events;
import org.sharaka.notification.testing.Http;
import org.sharaka.notification.testing.Mailbox;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sharaka.notification.testing.EventPublisher.header;

@ServiceIntegrationTest
class DeadLetterReasonsIT {

	private static final Mailbox mailbox = new Mailbox();

	private static final Phones phones = new Phones();

	private static final EventPublisher publisher = new EventPublisher(DeadLetterReasonsIT.class);

	private final Http http;

	DeadLetterReasonsIT(@LocalServerPort int port) {
		this.http = new Http(port);
	}

	@DynamicPropertySource
	static void outside(DynamicPropertyRegistry registry) {
		registry.add("SMTP_PORT", mailbox::port);
		registry.add("SMS_SANDBOX_PORT", phones::port);
	}

	@AfterAll
	static void close() throws Exception {
		publisher.close();
		mailbox.close();
		phones.close();
	}

	private JsonNode awaitLetter(String key) {
		return await().atMost(Duration.ofSeconds(30))
			.until(() -> letters(key), (letters) -> letters.size() == 1)
			.getFirst();
	}

	private List<JsonNode> letters(String key) {
		return this.http.items("/ops/dead-letters?limit=200")
			.stream()
			.filter((letter) -> letter.path("key").asString("").equals(key))
			.toList();
	}

	private void knownCharity(String id, String email) {
		publisher.publish(Events.contacts(id, 1, Events.mailContact(UUID.randomUUID().toString(), email)));
		publisher.publish(Events.registered(id, "ASSOCIATION", "A", "SA-01", "جمعية", 2));
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(mailbox.to(email)).hasSize(1));
	}

	@Test
	void rejectsAnEventThatIsNotJson() {
		publisher.send("ministry.events", "broken", "{\"audience\":".getBytes(StandardCharsets.UTF_8),
				List.of(header("ce_specversion", "1.0"), header("ce_id", "x"), header("ce_source", "/test"),
						header("ce_type", "org.sharaka.ministry.announcement-issued.v1")));
		assertThat(awaitLetter("broken").path("reason").asString()).contains("not JSON");
	}

	@Test
	void rejectsAnEventWithoutRequiredFields() {
		publisher.publish(new Publication("ministry.events", "incomplete", "y", "ministry.announcement-issued", 0,
				Instant.now(), "{\"audience\":{},\"title\":{\"ar\":\"عنوان\"},\"priority\":\"NORMAL\"}"));
		assertThat(awaitLetter("incomplete").path("reason").asString()).contains("'text' is missing")
			.contains("'category' is missing");
	}

	@Test
	void notifiesNobodyOfAnAudienceWithAnUnknownCharityUntilAReplay() {
		String known = UUID.randomUUID().toString();
		String unknown = UUID.randomUUID().toString();
		knownCharity(known, "known@letters.test");
		Publication announcement = Events.announcement("{\"charities\":[\"%s\",\"%s\"]}".formatted(known, unknown),
				"إلى جهتين", "نص", "NORMAL");
		Publication keyed = new Publication("ministry.events", "unknown", announcement.id(), announcement.type(), 0,
				announcement.time(), announcement.data());
		publisher.publish(keyed);
		Publication later = Events.announcement("{\"charities\":[\"%s\"]}".formatted(known), "لاحق", "نص", "NORMAL");
		publisher.publish(later);
		JsonNode letter = awaitLetter("unknown");
		assertThat(letter.path("code").asString()).isEqualTo("unknown-charity");
		assertThat(letter.path("reason").asString()).contains(unknown).doesNotContain(known);
		assertThat(letter.path("attempts").asInt()).isEqualTo(4);
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(this.http.items("/notices?eventId=" + later.id())).hasSize(1));
		assertThat(this.http.items("/notices?eventId=" + keyed.id())).isEmpty();
		String path = "/ops/dead-letters/" + letter.path("id").asString();
		assertThat(this.http.post(path + "/replay").statusCode()).isEqualTo(409);
		knownCharity(unknown, "nowknown@letters.test");
		assertThat(this.http.post(path + "/replay").statusCode()).isEqualTo(200);
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(this.http.items("/notices?eventId=" + keyed.id())).hasSize(2)
				.allSatisfy((notice) -> assertThat(notice.path("status").asString()).isEqualTo("SENT")));
		assertThat(letters("unknown")).isEmpty();
	}

}
