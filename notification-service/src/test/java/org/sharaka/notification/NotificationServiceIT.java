package org.sharaka.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.testing.ServiceIntegrationTest;
import org.sharaka.notification.delivery.sms.Phones;
import org.sharaka.notification.testing.EventPublisher;
import org.sharaka.notification.testing.EventPublisher.Publication;
import org.sharaka.notification.testing.Events;
import org.sharaka.notification.testing.Http;
import org.sharaka.notification.testing.Mailbox;
import org.sharaka.notification.testing.Mailbox.Mail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ServiceIntegrationTest
class NotificationServiceIT {

	private static final String TITLE = "لقاء «شراكة من أجل تنمية القطاع غير الربحي» – الأول";

	private static final Mailbox mailbox = new Mailbox();

	private static final Phones phones = new Phones();

	private static final EventPublisher publisher = new EventPublisher(NotificationServiceIT.class);

	private final MongoDatabase database;

	private final Http http;

	NotificationServiceIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
		this.database = database;
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

	private static String id() {
		return UUID.randomUUID().toString();
	}

	private void publishAndWaitForNotices(Publication event, int count) {
		publisher.publish(event);
		awaitNotices(event, "SENT", count);
	}

	private void awaitNotices(Publication event, String status, int count) {
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(this.http.items("/notices?limit=200&eventId=" + event.id())).hasSize(count)
				.allSatisfy((notice) -> assertThat(notice.path("status").asString()).isEqualTo(status)));
	}

	/** Waits until both views have these charities. */
	private void awaitInViews(String... charities) {
		Document known = new Document("_id", new Document("$in", List.of(charities)));
		for (String view : List.of("charities", "contacts")) {
			await().atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(this.database.getCollection(view).countDocuments(known))
					.isEqualTo(charities.length));
		}
	}

	/** All that was published on a topic's partition before is handled when this is. */
	private void awaitHandled(String charityId, String email, long version) {
		Publication last = Events.charity("charity.reinstated", charityId, "REGISTERED", "ASSOCIATION", "A", "SA-01",
				"جمعية", version);
		publisher.publish(last);
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(mailbox.to(email)).isNotEmpty());
	}

	@Test
	void invitesInTheContactsLanguageOnEachChannel() {
		String charity = id();
		String meeting = id();
		publisher.publish(
				Events.registered(charity, "ASSOCIATION", "A", "SA-01", "جمعيّة البِرّ بالرياض", 2).at(Instant.now()));
		publisher.publish(Events.contacts(charity, 2, Events.contact(id(), "ar@once.test", "+966500000101", "ar"),
				Events.contact(id(), "en@once.test", "+966500000102", "en")));
		Publication invitation = Events.invitation(Events.meeting(meeting, TITLE, 0), meeting, charity, 2);
		publishAndWaitForNotices(invitation, 4);
		Mail arabic = mailbox.to("ar@once.test")
			.stream()
			.filter((mail) -> mail.subject().contains(TITLE))
			.findFirst()
			.orElseThrow();
		assertThat(arabic.part("text/plain")).contains(TITLE).contains("قاعة الاجتماعات الكبرى");
		assertThat(arabic.part("text/html")).contains("lang=\"ar\"").contains("dir=\"rtl\"");
		assertThat(arabic.part("text/calendar")).contains("METHOD:REQUEST").contains("UID:" + meeting);
		assertThat(mailbox.to("en@once.test")).anySatisfy((mail) -> {
			assertThat(mail.subject()).contains("Reception");
			assertThat(mail.part("text/html")).contains("lang=\"en\"");
		});
		assertThat(phones.textFor("+966500000101")).contains(TITLE);
		Publication cancelled = Events.cancelled(Events.meeting(meeting, "CANCELLED", TITLE, 1, 1, 3), meeting, 3);
		publishAndWaitForNotices(cancelled, 4);
		assertThat(mailbox.to("ar@once.test")).anySatisfy((mail) -> assertThat(mail.part("text/calendar"))
			.contains("METHOD:CANCEL", "STATUS:CANCELLED", "UID:" + meeting, "SEQUENCE:1"));
		assertThat(mailbox.mails()).extracting(Mail::messageId).doesNotHaveDuplicates();
	}

	@Test
	void notifiesOnceForRepeatedEventsInBothModes() {
		String charity = id();
		publisher.publish(Events.registered(charity, "COOPERATIVE", "L", "BH-13", "تعاونية", 2));
		publisher.publish(Events.contacts(charity, 2, Events.contact(id(), "five@once.test", "+97336000105", "ar")));
		awaitInViews(charity);
		Publication announcement = Events.announcement("{\"kinds\":[\"COOPERATIVE\"],\"regions\":[\"BH-13\"]}",
				"إعلان واحد", "نص الإعلان", "NORMAL");
		for (int i = 0; i < 5; i++) {
			publisher.publish(announcement);
			publisher.publishStructured(announcement);
		}
		Publication after = Events.announcement("{\"charities\":[\"" + charity.toUpperCase() + "\"]}", "إعلان لاحق",
				"نص", "NORMAL");
		publishAndWaitForNotices(after, 2);
		awaitNotices(announcement, "SENT", 2);
		assertThat(mailbox.to("five@once.test")).filteredOn((mail) -> mail.subject().contains("إعلان واحد")).hasSize(1);
	}

	@Test
	void notifiesExactlyTheAudienceOfAnAnnouncement() {
		String inBoth = id();
		String otherRegion = id();
		String suspended = id();
		String byId = id();
		publisher.publish(Events.registered(inBoth, "DONOR", "F", "SA-09", "مانحة", 2));
		publisher.publish(Events.registered(otherRegion, "DONOR", "F", "SA-10", "مانحة", 2));
		publisher.publish(Events.charity("charity.updated", suspended, "SUSPENDED", "DONOR", "F", "SA-09", "مانحة", 3));
		publisher.publish(Events.registered(byId, "CENTRE", "B", "SA-02", "مركز", 2));
		publisher.publish(Events.contacts(inBoth, 2, Events.mailContact(id(), "both@once.test")));
		publisher.publish(Events.contacts(otherRegion, 2, Events.mailContact(id(), "region@once.test")));
		publisher.publish(Events.contacts(suspended, 2, Events.mailContact(id(), "suspended@once.test")));
		publisher.publish(Events.contacts(byId, 2, Events.mailContact(id(), "id@once.test")));
		awaitInViews(inBoth, otherRegion, suspended, byId);
		Publication announcement = Events.announcement(
				"{\"charities\":[\"%s\",\"%s\"],\"kinds\":[\"DONOR\"],\"fields\":[\"F\"],\"regions\":[\"SA-09\"]}"
					.formatted(byId, suspended),
				"للمانحين", "نص", "URGENT");
		publishAndWaitForNotices(announcement, 2);
		assertThat(this.http.items("/notices?eventId=" + announcement.id()))
			.extracting((notice) -> notice.path("charityId").asString())
			.containsExactlyInAnyOrder(inBoth, byId);
	}

	@Test
	void notifiesWhenContactsArriveLate() {
		String charity = id();
		String meeting = id();
		Publication invitation = Events.invitation(Events.meeting(meeting, "اجتماع", 0), meeting, charity, 2);
		publisher.publish(invitation);
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(this.http.items("/waiting?charityId=" + charity)).singleElement()
				.satisfies((wait) -> assertThat(wait.path("eventId").asString()).isEqualTo(invitation.id())));
		assertThat(this.http.items("/notices?eventId=" + invitation.id())).isEmpty();
		publisher.publish(Events.contacts(charity, 1, Events.contact(id(), "late@once.test", "+966500000104", "ar")));
		awaitNotices(invitation, "SENT", 2);
		assertThat(this.http.items("/waiting?charityId=" + charity)).isEmpty();
	}

	@Test
	void usesTheNewestContacts() {
		String charity = id();
		String contact = id();
		publisher.publish(Events.contacts(charity, 7, Events.mailContact(contact, "new@once.test")));
		publisher.publish(Events.contacts(charity, 6, Events.mailContact(contact, "old@once.test")));
		publisher.publish(Events.registered(charity, "CAMPAIGN", "C", "SA-03", "حملة", 2));
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(mailbox.to("new@once.test")).hasSize(1));
		assertThat(mailbox.to("old@once.test")).isEmpty();
	}

	@Test
	void ignoresContactsAddedAfterTheEvent() {
		String charity = id();
		publisher.publish(Events.contacts(charity, 1, Events.mailContact(id(), "early@once.test")));
		Publication registered = Events.registered(charity, "FEDERATION", "D", "SA-04", "اتحاد", 2);
		publishAndWaitForNotices(registered, 1);
		publisher.publish(Events.contacts(charity, 3, Events.mailContact(id(), "newcomer@once.test")));
		publisher.publish(registered);
		awaitHandled(charity, "newcomer@once.test", 4);
		assertThat(this.http.items("/notices?eventId=" + registered.id())).hasSize(1);
		assertThat(mailbox.to("newcomer@once.test")).hasSize(1);
	}

	@Test
	void erasesContactsOnATombstone() {
		String charity = id();
		publisher.publish(Events.contacts(charity, 1, Events.contact(id(), "erased@once.test", "+966500000109", "ar")));
		Publication registered = Events.registered(charity, "FOUNDATION", "E", "SA-05", "مؤسسة", 2);
		publishAndWaitForNotices(registered, 2);
		publisher.bury("partnership.contacts", charity);
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(everythingStored()).doesNotContain("erased@once.test", "+966500000109"));
		assertThat(this.http.items("/notices?eventId=" + registered.id())).hasSize(2);
		Publication later = Events.charity("charity.suspended", charity, "SUSPENDED", "FOUNDATION", "E", "SA-05",
				"مؤسسة", 3);
		publisher.publish(later);
		awaitHandledElsewhere();
		assertThat(this.http.items("/notices?eventId=" + later.id())).isEmpty();
		assertThat(this.http.items("/waiting?charityId=" + charity)).isEmpty();
	}

	/** Another charity's event on every partition has come through. */
	private void awaitHandledElsewhere() {
		for (int i = 0; i < 12; i++) {
			String charity = id();
			String email = charity + "@once.test";
			publisher.publish(Events.contacts(charity, 1, Events.mailContact(id(), email)));
			awaitHandled(charity, email, 2);
		}
	}

	private String everythingStored() {
		StringBuilder all = new StringBuilder();
		for (String name : this.database.listCollectionNames()) {
			for (Document document : this.database.getCollection(name).find()) {
				all.append(document.toJson());
			}
		}
		return all.toString();
	}

	@Test
	void showsNoticesAndTheirTimelines() {
		String charity = id();
		publisher.publish(Events.contacts(charity, 1, Events.contact(id(), "seen@once.test", "+966500000108", "ar")));
		Publication registered = Events.registered(charity, "ASSOCIATION", "A", "SA-01", "جمعية", 2);
		publishAndWaitForNotices(registered, 2);
		List<JsonNode> notices = this.http.items("/notices?charityId=" + charity + "&channel=EMAIL&status=SENT");
		assertThat(notices).hasSize(1);
		JsonNode notice = notices.getFirst();
		String path = "/notices/" + notice.path("id").asString();
		assertThat(this.http.get(path).headers().firstValue("ETag")).isPresent();
		JsonNode one = this.http.json(path);
		assertThat(one.path("eventType").asString()).isEqualTo("org.sharaka.charity.registered.v1");
		assertThat(one.path("language").asString()).isEqualTo("ar");
		assertThat(one.path("attempts").asInt()).isEqualTo(1);
		assertThat(one.path("timeline").valueStream().map((step) -> step.path("status").asString()))
			.containsExactly("CREATED", "SENDING", "SENT");
		assertThat(one.toString()).doesNotContain("seen@once.test", "جمعية");
		assertThat(this.http.get("/notices/" + id()).statusCode()).isEqualTo(404);
		assertThat(this.http.get("/notices?status=LOST").statusCode()).isEqualTo(400);
		assertThat(this.http.get("/notices?limit=0").statusCode()).isEqualTo(400);
		JsonNode page = this.http.json("/notices?charityId=" + charity + "&limit=1");
		assertThat(page.path("items").size()).isEqualTo(1);
		JsonNode next = this.http
			.json("/notices?charityId=" + charity + "&limit=1&cursor=" + page.path("next").asString());
		assertThat(next.path("items").size()).isEqualTo(1);
		assertThat(next.path("items").get(0).path("id")).isNotEqualTo(page.path("items").get(0).path("id"));
		assertThat(next.path("next").isNull()).isTrue();
		assertThat(this.http.json("/providers").path("items").valueStream().map((p) -> p.path("name").asString()))
			.containsExactly("smtp", "sandbox");
	}

}
