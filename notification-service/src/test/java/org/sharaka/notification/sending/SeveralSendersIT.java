package org.sharaka.notification.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.id.Ids;
import org.sharaka.chassis.testing.RealParts;
import org.sharaka.chassis.text.Language;
import org.sharaka.notification.charity.Charities;
import org.sharaka.notification.contact.Contact;
import org.sharaka.notification.contact.Contacts;
import org.sharaka.notification.contact.ContactsChange;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.delivery.Delivery;
import org.sharaka.notification.delivery.Dispatch;
import org.sharaka.notification.delivery.Outcome;
import org.sharaka.notification.delivery.Reason;
import org.sharaka.notification.notice.Matter;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.NoticeChange;
import org.sharaka.notification.notice.NoticeStatus;
import org.sharaka.notification.notice.Notices;
import org.sharaka.notification.notice.Occasion;
import org.sharaka.notification.notice.Occasions;
import org.sharaka.notification.notice.Place;
import org.sharaka.notification.notice.RetryPolicy;
import org.sharaka.notification.notice.SettleReceipts;
import org.sharaka.notification.notice.TellCharities;
import org.sharaka.notification.policy.CalendarEntry;
import org.sharaka.notification.policy.Priority;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Lanes that are made by hand, over the real collections, with a provider in memory. */
@RealParts
class SeveralSendersIT {

	private static final String DATA = """
			{"audience":{},"title":{"ar":"إعلان"},"text":{"ar":"نص"},"category":"GENERAL","priority":"BULK"}""";

	private final List<Dispatch> accepted = new CopyOnWriteArrayList<>();

	private final List<Lane> lanes = new ArrayList<>();

	@Autowired
	private Sending ownSending;

	@Autowired
	private Notices notices;

	@Autowired
	private Occasions occasions;

	@Autowired
	private Contacts contacts;

	@Autowired
	private Charities charities;

	@Autowired
	private SettleReceipts receipts;

	@Autowired
	private TellCharities tellCharities;

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

	private Delivery accept(Dispatch dispatch) {
		this.accepted.add(dispatch);
		return new Delivery("memory", new Outcome.Accepted(List.of(dispatch.noticeId())));
	}

	private Lane lane(Notices over, Function<Dispatch, Delivery> provider, Duration lease, Clock clock) {
		SendingSettings settings = new SendingSettings(40, lease, lease.dividedBy(2), Duration.ofMillis(50), 3,
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

	private Lane lane(Function<Dispatch, Delivery> provider) {
		return lane(this.notices, provider, Duration.ofMinutes(1), Clock.systemUTC());
	}

	/** An announcement to this many contacts with mail, of one charity each. */
	private Occasion announce(int count, Priority priority) {
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

	private List<Notice> all(NoticeStatus status) {
		return this.notices.list(new Notices.Filter(null, null, status, null), null, 10_000);
	}

	private void awaitSent(int count) {
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(
					this.database.getCollection("notices").countDocuments(new Document("status", "SENT")))
				.isEqualTo(count));
	}

	@Test
	void sendEachNoticeOnceBetweenThem() {
		lane(this::accept);
		lane(this::accept);
		lane(this::accept);
		announce(600, Priority.NORMAL);
		awaitSent(600);
		assertThat(this.accepted).extracting(Dispatch::to).hasSize(600).doesNotHaveDuplicates();
		assertThat(all(NoticeStatus.SENT)).allSatisfy((notice) -> assertThat(notice.attempts()).isOne());
	}

	@Test
	void takeOverFromOneWhoDiedAfterTheProviderAccepted() {
		announce(1, Priority.NORMAL);
		CountDownLatch accepting = new CountDownLatch(1);
		Notices died = new Decorated(this.notices) {

			@Override
			public List<Notice> claim(Channel channel, String claim, Room room, Instant now, Duration lease) {
				return (accepting.getCount() > 0) ? super.claim(channel, claim, room, now, lease) : List.of();
			}

			@Override
			public int write(List<Decided> decided) {
				accepting.countDown();
				throw new MongoSocketReadException("as if the process were gone", new ServerAddress());
			}

		};
		MovableClock clock = new MovableClock();
		lane(died, this::accept, Duration.ofSeconds(30), clock);
		await().atMost(Duration.ofSeconds(20)).until(() -> accepting.getCount() == 0);
		assertThat(this.accepted).hasSize(1);
		lane(this.notices, this::accept, Duration.ofSeconds(30), clock);
		assertThat(all(NoticeStatus.SENDING)).hasSize(1);
		clock.move(Duration.ofSeconds(31));
		awaitSent(1);
		assertThat(this.accepted).hasSize(2).extracting(Dispatch::noticeId).containsOnly(all(null).getFirst().id());
		assertThat(all(null).getFirst().attempts()).isEqualTo(2);
		this.lanes.removeFirst();
	}

	@Test
	void keepResultsUntilTheDatabaseIsBack() {
		announce(50, Priority.NORMAL);
		AtomicInteger failures = new AtomicInteger(3);
		lane(new Decorated(this.notices) {

			@Override
			public int write(List<Decided> decided) {
				if (failures.getAndDecrement() > 0) {
					throw new MongoSocketReadException("away", new ServerAddress());
				}
				return super.write(decided);
			}

		}, this::accept, Duration.ofMinutes(1), Clock.systemUTC());
		awaitSent(50);
		assertThat(this.accepted).hasSize(50);
	}

	@Test
	void letUrgentNoticesOvertake() {
		announce(300, Priority.BULK);
		CountDownLatch urgentIsThere = new CountDownLatch(1);
		AtomicInteger bulk = new AtomicInteger();
		lane((dispatch) -> {
			if (bulk.incrementAndGet() == 8) {
				announce(5, Priority.URGENT);
				urgentIsThere.countDown();
			}
			awaitQuietly(urgentIsThere);
			return accept(dispatch);
		});
		awaitSent(305);
		Set<String> urgent = Set
			.copyOf(all(null).stream().filter((one) -> one.priority() == Priority.URGENT).map(Notice::id).toList());
		int last = 0;
		for (int i = 0; i < this.accepted.size(); i++) {
			last = urgent.contains(this.accepted.get(i).noticeId()) ? i : last;
		}
		assertThat(last).isLessThan(100);
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void repeatAMailOfUnknownOutcomeUnderTheSameId() {
		announce(1, Priority.NORMAL);
		lane((dispatch) -> {
			accept(dispatch);
			return new Delivery("memory", (this.accepted.size() == 1) ? new Outcome.Unknown(Reason.of("time-limit"))
					: new Outcome.Accepted(List.of()));
		});
		awaitSent(1);
		assertThat(this.accepted).hasSize(2).extracting(Dispatch::noticeId).containsOnly(all(null).getFirst().id());
		assertThat(all(null).getFirst().timeline()).extracting("status")
			.containsExactly(NoticeStatus.CREATED, NoticeStatus.SENDING, NoticeStatus.UNKNOWN, NoticeStatus.SENDING,
					NoticeStatus.SENT);
	}

	@Test
	void giveBackWhatTheyHaveNotBegunWhenTheyStop() throws InterruptedException {
		announce(30, Priority.NORMAL);
		CountDownLatch began = new CountDownLatch(8);
		CountDownLatch mayEnd = new CountDownLatch(1);
		Lane lane = lane((dispatch) -> {
			began.countDown();
			awaitQuietly(mayEnd);
			return accept(dispatch);
		});
		began.await();
		Thread stopping = Thread.startVirtualThread(() -> {
			try {
				lane.stop();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		await().until(() -> !lane.isOpen());
		mayEnd.countDown();
		stopping.join();
		this.lanes.clear();
		assertThat(this.accepted).hasSize(8);
		assertThat(all(NoticeStatus.SENT)).hasSize(8);
		assertThat(all(NoticeStatus.CREATED)).hasSize(22)
			.allSatisfy((notice) -> assertThat(notice.attempts()).isZero());
		lane(this::accept);
		awaitSent(30);
		assertThat(this.accepted).hasSize(30);
	}

	@Test
	void doNotTellAContactWhoWasErasedInTheMeantime() {
		Occasion occasion = announce(1, Priority.NORMAL);
		String charity = all(null).getFirst().charityId();
		this.tellCharities.contactsChanged(List.of(new ContactsChange.Erased(charity, Instant.now())));
		lane(this::accept);
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(all(NoticeStatus.SUPPRESSED)).singleElement()
				.satisfies((notice) -> assertThat(notice.occasionId()).isEqualTo(occasion.id())));
		assertThat(this.accepted).isEmpty();
	}

	/** A clock that a test moves. */
	private static final class MovableClock extends Clock {

		private final InstantSource source = InstantSource.system();

		private volatile Duration ahead = Duration.ZERO;

		void move(Duration by) {
			this.ahead = this.ahead.plus(by);
		}

		@Override
		public Instant instant() {
			return this.source.instant().plus(this.ahead);
		}

		@Override
		public ZoneOffset getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(java.time.ZoneId zone) {
			return this;
		}

	}

	/** Passes everything on. */
	private static class Decorated implements Notices {

		private final Notices notices;

		Decorated(Notices notices) {
			this.notices = notices;
		}

		@Override
		public void create(List<Notice> fresh) {
			this.notices.create(fresh);
		}

		@Override
		public List<Notice> claim(Channel channel, String claim, Room room, Instant now, Duration lease) {
			return this.notices.claim(channel, claim, room, now, lease);
		}

		@Override
		public int write(List<Decided> decided) {
			return this.notices.write(decided);
		}

		@Override
		public boolean write(Notice notice, NoticeChange change) {
			return this.notices.write(notice, change);
		}

		@Override
		public Optional<Notice> find(String id) {
			return this.notices.find(id);
		}

		@Override
		public List<Notice> list(Filter filter, @Nullable Place before, int limit) {
			return this.notices.list(filter, before, limit);
		}

		@Override
		public void onCreated(Runnable wake) {
			this.notices.onCreated(wake);
		}

	}

}
