package org.sharaka.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.testing.PublishedEvents;
import org.sharaka.chassis.testing.ServiceIntegrationTest;
import org.sharaka.notification.delivery.sms.Phones;
import org.sharaka.notification.testing.EventPublisher;
import org.sharaka.notification.testing.EventPublisher.Publication;
import org.sharaka.notification.testing.Events;
import org.sharaka.notification.testing.Http;
import org.sharaka.notification.testing.Mailbox;
import org.sharaka.notification.testing.Mailbox.Mail;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ServiceIntegrationTest
class NoticeDeliveryFailuresIT {

	private static final Mailbox mailbox = new Mailbox();

	private static final Phones phones = new Phones();

	private static final EventPublisher publisher = new EventPublisher(NoticeDeliveryFailuresIT.class);

	private final Http http;

	NoticeDeliveryFailuresIT(@LocalServerPort int port) {
		this.http = new Http(port);
	}

	@DynamicPropertySource
	static void outside(DynamicPropertyRegistry registry) {
		registry.add("SMTP_PORT", mailbox::port);
		registry.add("SMS_SANDBOX_PORT", phones::port);
		registry.add("SENDING_FIRST_PAUSE", () -> "50ms");
		registry.add("SENDING_LONGEST_PAUSE", () -> "500ms");
		registry.add("resilience4j.circuitbreaker.configs.email.wait-duration-in-open-state", () -> "500ms");
	}

	@AfterAll
	static void close() throws Exception {
		publisher.close();
		mailbox.close();
		phones.close();
	}

	private static String id() {
		return UUID.randomUUID().toString();
	}

	private Publication tell(String contact) {
		String charity = id();
		publisher.publish(Events.contacts(charity, 1, contact));
		Publication registered = Events.registered(charity, "ASSOCIATION", "A", "SA-01", "جمعية", 2);
		publisher.publish(registered);
		return registered;
	}

	private JsonNode awaitNotice(Publication event, String status) {
		return await().atMost(Duration.ofSeconds(40))
			.until(() -> this.http.items("/notices?eventId=" + event.id() + "&status=" + status),
					(notices) -> notices.size() == 1)
			.getFirst();
	}

	private static List<String> steps(JsonNode notice) {
		return notice.path("timeline").valueStream().map((step) -> step.path("status").asString()).toList();
	}

	private Event awaitEvent(String type, JsonNode notice) {
		try (PublishedEvents published = PublishedEvents.of(getClass(), "partnership.notices")) {
			Event event = published.await(type,
					(one) -> one.body().path("noticeId").asString().equals(notice.path("id").asString()));
			assertThat(event.key()).isEqualTo(notice.path("charityId").asString());
			return event;
		}
	}

	@Test
	void aMailThatIsDeferredGoesLater() {
		mailbox.refuse("later@misbehave.test", "451 4.3.0 try later", "452 4.2.2 mailbox full");
		JsonNode notice = awaitNotice(tell(Events.mailContact(id(), "later@misbehave.test")), "SENT");
		assertThat(notice.path("attempts").asInt()).isEqualTo(3);
		assertThat(steps(notice)).containsExactly("CREATED", "SENDING", "SENDING", "SENDING", "SENT");
		assertThat(mailbox.to("later@misbehave.test")).hasSize(1);
	}

	@Test
	void aMailThatIsRefusedHasFailedAndOthersAreToldWhy() {
		mailbox.refuse("gone@misbehave.test", "550 5.1.1 no such user");
		JsonNode notice = awaitNotice(tell(Events.mailContact(id(), "gone@misbehave.test")), "FAILED");
		assertThat(notice.path("attempts").asInt()).isEqualTo(1);
		Event failed = awaitEvent("notice.failed", notice);
		assertThat(failed.body().path("status").asString()).isEqualTo("FAILED");
		assertThat(failed.body().path("reason").asString()).isNotBlank();
		assertThat(notice.toString()).doesNotContain("gone@misbehave.test");
	}

	@Test
	void whatIsTooLateExpires() {
		String charity = id();
		publisher.publish(Events.contacts(charity, 1, Events.mailContact(id(), "expired@misbehave.test")));
		Publication old = Events.registered(charity, "ASSOCIATION", "A", "SA-01", "جمعية", 2)
			.at(Instant.now().minus(Duration.ofHours(73)));
		publisher.publish(old);
		JsonNode notice = awaitNotice(old, "EXPIRED");
		assertThat(awaitEvent("notice.failed", notice).body().path("status").asString()).isEqualTo("EXPIRED");
		assertThat(mailbox.to("expired@misbehave.test")).isEmpty();
	}

	@Test
	void nothingIsLostOrDoubledWhileTheServerIsAway() {
		mailbox.close();
		List<Publication> told = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			told.add(tell(Events.mailContact(id(), "away" + i + "@misbehave.test")));
		}
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(this.http.items("/providers"))
				.anySatisfy((provider) -> assertThat(provider.path("breaker").asString()).isEqualTo("OPEN")));
		mailbox.reopen();
		told.forEach((event) -> awaitNotice(event, "SENT"));
		for (int i = 0; i < 20; i++) {
			assertThat(mailbox.to("away" + i + "@misbehave.test")).hasSize(1);
		}
		assertThat(mailbox.mails()).extracting(Mail::messageId).doesNotHaveDuplicates();
	}

	@Test
	void aReceiptMakesItDelivered() {
		phones.answerNext("delivered-1");
		Publication event = tell(Events.phoneContact(id(), "+966500000201"));
		awaitNotice(event, "SENT");
		phones.report("delivered-1", "DELIVRD");
		JsonNode notice = awaitNotice(event, "DELIVERED");
		assertThat(awaitEvent("notice.delivered", notice).body().path("channel").asString()).isEqualTo("SMS");
		phones.report("delivered-1", "UNDELIV");
		phones.answerNext("delivered-2");
		Publication next = tell(Events.phoneContact(id(), "+966500000202"));
		awaitNotice(next, "SENT");
		phones.report("delivered-2", "UNDELIV");
		assertThat(awaitEvent("notice.failed", awaitNotice(next, "FAILED")).body().path("reason").asString())
			.isEqualTo("undeliverable");
		assertThat(this.http.json("/notices/" + notice.path("id").asString()).path("status").asString())
			.isEqualTo("DELIVERED");
	}

	@Test
	void aReceiptMayComeBeforeTheAnswer() {
		phones.reportBeforeAnswer("early", new CountDownLatch(1));
		Publication event = tell(Events.phoneContact(id(), "+966500000203"));
		assertThat(steps(awaitNotice(event, "DELIVERED"))).containsExactly("CREATED", "SENDING", "SENT", "DELIVERED");
		assertThat(phones.countFor("+966500000203")).isOne();
	}

	@Test
	void aThrottledTextMessageGoesLater() {
		phones.refuseNext(SMPPConstant.STAT_ESME_RTHROTTLED);
		JsonNode notice = awaitNotice(tell(Events.phoneContact(id(), "+966500000204")), "SENT");
		assertThat(notice.path("attempts").asInt()).isEqualTo(2);
	}

	@Test
	void aTextMessageThatMayHaveArrivedIsNotRepeated() {
		phones.loseNextAnswer();
		Publication event = tell(Events.phoneContact(id(), "+966500000205"));
		JsonNode notice = awaitNotice(event, "UNKNOWN");
		assertThat(steps(notice)).containsExactly("CREATED", "SENDING", "UNKNOWN");
		awaitNotice(tell(Events.phoneContact(id(), "+966500000206")), "SENT");
		assertThat(phones.countFor("+966500000205")).isOne();
		assertThat(this.http.items("/notices?status=UNKNOWN")).isNotEmpty();
	}

	@Test
	void noEventTellsAnAddress() {
		awaitEvent("notice.failed", awaitNotice(refused(), "FAILED"));
		try (PublishedEvents published = PublishedEvents.of(getClass(), "partnership.notices")) {
			assertThat(published.records()).extracting(ConsumerRecord::value)
				.allSatisfy((value) -> assertThat(new String(value)).doesNotContain("@misbehave.test", "+9665"));
		}
	}

	private Publication refused() {
		mailbox.refuse("secret@misbehave.test", "550 5.1.1 <secret@misbehave.test> no such user");
		return tell(Events.mailContact(id(), "secret@misbehave.test"));
	}

}
