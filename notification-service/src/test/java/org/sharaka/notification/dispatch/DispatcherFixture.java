package org.sharaka.notification.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.sharaka.chassis.id.Ids;
import org.sharaka.chassis.testing.ServiceIntegrationTest;
import org.sharaka.chassis.text.Language;
import org.sharaka.notification.charity.Charities;
import org.sharaka.notification.contact.Contact;
import org.sharaka.notification.contact.Contacts;
import org.sharaka.notification.contact.ContactsChange;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.delivery.OutgoingMessage;
import org.sharaka.notification.delivery.SendResult;
import org.sharaka.notification.notice.AddressedRequest;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.NoticeStatus;
import org.sharaka.notification.notice.Notices;
import org.sharaka.notification.notice.NotificationRequest;
import org.sharaka.notification.notice.NotificationRequests;
import org.sharaka.notification.notice.Recipients;
import org.sharaka.notification.notice.RetryPolicy;
import org.sharaka.notification.notice.policy.CalendarAction;
import org.sharaka.notification.notice.policy.Priority;
import org.sharaka.notification.notice.usecase.ApplyReceipts;
import org.sharaka.notification.notice.usecase.CreateNotices;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Dispatchers over the real collections, with a provider in memory. */
@ServiceIntegrationTest
abstract class DispatcherFixture {

	private static final String DATA = """
			{"audience":{},"title":{"ar":"إعلان"},"text":{"ar":"نص"},"category":"GENERAL","priority":"BULK"}""";

	static final int WINDOW = 40;

	final List<OutgoingMessage> accepted = new CopyOnWriteArrayList<>();

	final List<ChannelDispatcher> dispatchers = new ArrayList<>();

	/** Of dispatchers that are started later. */
	Duration sweep = Duration.ofMillis(50);

	@Autowired
	private Dispatchers dispatchersOfTheService;

	@Autowired
	Notices notices;

	@Autowired
	private NotificationRequests requests;

	@Autowired
	Contacts contacts;

	@Autowired
	private Charities charities;

	@Autowired
	private ApplyReceipts receipts;

	@Autowired
	CreateNotices createNotices;

	@Autowired
	private MessageComposer composer;

	@Autowired
	private MongoDatabase database;

	@BeforeEach
	void stopOtherDispatchers() {
		this.dispatchersOfTheService.stop();
		for (String name : List.of("notices", "notificationRequests", "contacts")) {
			this.database.getCollection(name).deleteMany(new Document());
		}
	}

	@AfterEach
	void stop() throws InterruptedException {
		for (ChannelDispatcher dispatcher : this.dispatchers) {
			dispatcher.stop();
		}
	}

	SendResult accept(OutgoingMessage message) {
		this.accepted.add(message);
		return new SendResult.Accepted("memory", List.of(message.noticeId()));
	}

	ChannelDispatcher dispatcher(Notices over, Function<OutgoingMessage, SendResult> provider, Duration lease,
			Clock clock) {
		DispatchProperties settings = new DispatchProperties(WINDOW, lease, lease.dividedBy(2), this.sweep, 3,
				Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMillis(300));
		RetryPolicy retries = new RetryPolicy(3, Duration.ofMillis(20), Duration.ofMillis(100), settings.unknownPause(),
				() -> 0.5);
		NoticeSender sender = new NoticeSender(this.composer, provider, retries, clock, new SimpleMeterRegistry());
		ChannelDispatcher dispatcher = new ChannelDispatcher(Channel.EMAIL, over, this.receipts,
				new OutgoingNoticeLoader(this.requests, this.contacts, this.charities), sender, settings, 8,
				Ids.random(), clock);
		this.dispatchers.add(dispatcher);
		dispatcher.start();
		return dispatcher;
	}

	ChannelDispatcher dispatcher(Function<OutgoingMessage, SendResult> provider) {
		return dispatcher(this.notices, provider, Duration.ofMinutes(1), Clock.systemUTC());
	}

	/** An announcement to this many contacts with mail, of one charity each. */
	NotificationRequest announce(int count, Priority priority) {
		Instant now = Instant.now();
		NotificationRequest request = new NotificationRequest(UUID.randomUUID().toString(),
				UUID.randomUUID().toString(), "/test", "org.sharaka.ministry.announcement-issued.v1", "announcement",
				priority, CalendarAction.NONE, DATA, now, now.plus(Duration.ofHours(1)), null);
		List<ContactsChange> changes = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			String charity = UUID.randomUUID().toString();
			changes.add(new ContactsChange(charity, 1, now, List.of(new Contact(UUID.randomUUID().toString(), "اسم",
					charity + "@senders.test", null, Language.AR, Set.of(Channel.EMAIL)))));
		}
		this.contacts.apply(changes);
		this.createNotices.create(List.of(new AddressedRequest(request,
				new Recipients.OfIds(Set.copyOf(changes.stream().map(ContactsChange::charityId).toList())))));
		return request;
	}

	List<Notice> all(NoticeStatus status) {
		return this.notices.list(new Notices.Filter(null, null, status, null), null, 10_000);
	}

	void awaitSent(int count) {
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(
					this.database.getCollection("notices").countDocuments(new Document("status", "SENT")))
				.isEqualTo(count));
	}

	static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
