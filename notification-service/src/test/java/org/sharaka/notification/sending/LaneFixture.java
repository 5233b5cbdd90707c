package org.sharaka.notification.sending;

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
import org.sharaka.notification.delivery.Delivery;
import org.sharaka.notification.delivery.Dispatch;
import org.sharaka.notification.delivery.Outcome;
import org.sharaka.notification.notice.Matter;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.NoticeStatus;
import org.sharaka.notification.notice.Notices;
import org.sharaka.notification.notice.Occasion;
import org.sharaka.notification.notice.Occasions;
import org.sharaka.notification.notice.RetryPolicy;
import org.sharaka.notification.notice.SettleReceipts;
import org.sharaka.notification.notice.TellCharities;
import org.sharaka.notification.policy.CalendarEntry;
import org.sharaka.notification.policy.Priority;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Lanes that are made by hand, over the real collections, with a provider in memory. */
@ServiceIntegrationTest
abstract class LaneFixture {

	private static final String DATA = """
			{"audience":{},"title":{"ar":"إعلان"},"text":{"ar":"نص"},"category":"GENERAL","priority":"BULK"}""";

	static final int WINDOW = 40;

	final List<Dispatch> accepted = new CopyOnWriteArrayList<>();

	final List<Lane> lanes = new ArrayList<>();

	/** Of the lanes that are made from now on. */
	Duration sweep = Duration.ofMillis(50);

	@Autowired
	private Sending ownSending;

	@Autowired
	Notices notices;

	@Autowired
	private Occasions occasions;

	@Autowired
	private Contacts contacts;

	@Autowired
	private Charities charities;

	@Autowired
	private SettleReceipts receipts;

	@Autowired
	TellCharities tellCharities;

	@Autowired
	private Composer composer;

	@Autowired
	private MongoDatabase database;

	@BeforeEach
	void onlyTheLanesOfTheTest() {
		this.ownSending.stop();
		for (String name : List.of("notices", "occasions", "contacts")) {
			this.database.getCollection(name).deleteMany(new Document());
		}
	}

	@AfterEach
	void stop() throws InterruptedException {
		for (Lane lane : this.lanes) {
			lane.stop();
		}
	}

	Delivery accept(Dispatch dispatch) {
		this.accepted.add(dispatch);
		return new Delivery("memory", new Outcome.Accepted(List.of(dispatch.noticeId())));
	}

	Lane lane(Notices over, Function<Dispatch, Delivery> provider, Duration lease, Clock clock) {
		SendingSettings settings = new SendingSettings(WINDOW, lease, lease.dividedBy(2), this.sweep, 3,
				Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMillis(300));
		RetryPolicy retries = new RetryPolicy(3, Duration.ofMillis(20), Duration.ofMillis(100), settings.settle(),
				() -> 0.5);
		Sender sender = new Sender(this.composer, provider, retries, clock, new SimpleMeterRegistry());
		Lane lane = new Lane(Channel.EMAIL, over, this.receipts,
				new Preparation(this.occasions, this.contacts, this.charities), sender, settings, 8, Ids.random(),
				clock);
		this.lanes.add(lane);
		lane.start();
		return lane;
	}

	Lane lane(Function<Dispatch, Delivery> provider) {
		return lane(this.notices, provider, Duration.ofMinutes(1), Clock.systemUTC());
	}

	/** An announcement to this many contacts with mail, of one charity each. */
	Occasion announce(int count, Priority priority) {
		Instant now = Instant.now();
		Occasion occasion = new Occasion(UUID.randomUUID().toString(), UUID.randomUUID().toString(), "/test",
				"org.sharaka.ministry.announcement-issued.v1", "announcement", priority, CalendarEntry.NONE, DATA, now,
				now.plus(Duration.ofHours(1)), null);
		List<ContactsChange> changes = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			String charity = UUID.randomUUID().toString();
			changes.add(new ContactsChange.Changed(charity, 1, List.of(new Contact(UUID.randomUUID().toString(), "اسم",
					charity + "@senders.test", null, Language.AR, Set.of(Channel.EMAIL)))));
		}
		this.tellCharities.contactsChanged(changes);
		this.tellCharities.tell(List.of(new Matter.ForCharities(occasion,
				Set.copyOf(changes.stream().map(ContactsChange::charityId).toList()))));
		return occasion;
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
