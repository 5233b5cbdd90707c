package org.sharaka.notification.notice.mongo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.outbox.AggregateCollection;
import org.sharaka.chassis.testing.ServiceIntegrationTest;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.chassis.text.Language;
import org.sharaka.notification.charity.Audience;
import org.sharaka.notification.charity.Charities;
import org.sharaka.notification.charity.Charity;
import org.sharaka.notification.contact.Contact;
import org.sharaka.notification.contact.Contacts;
import org.sharaka.notification.contact.ContactsChange;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.notice.Matter;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.Occasion;
import org.sharaka.notification.notice.Occasions;
import org.sharaka.notification.notice.TellCharities;
import org.sharaka.notification.notice.Waiting;
import org.sharaka.notification.policy.CalendarEntry;
import org.sharaka.notification.policy.Priority;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The real collections, with nobody who sends. */
@ServiceIntegrationTest
class NothingIsMadeTwiceIT {

	@Autowired
	private Lifecycle sending;

	@Autowired
	private AggregateCollection noticeAggregates;

	@Autowired
	private Charities charities;

	@Autowired
	private Contacts contacts;

	@Autowired
	private Occasions occasions;

	@Autowired
	private Waiting waiting;

	@Autowired
	private TellCharities tellCharities;

	@Autowired
	private MongoDatabase database;

	@BeforeEach
	void nobodySends() {
		this.sending.stop();
		for (String name : List.of("notices", "occasions", "contacts", "charities", "waiting")) {
			this.database.getCollection(name).deleteMany(new Document());
		}
	}

	private static String id() {
		return UUID.randomUUID().toString();
	}

	private static Occasion occasion() {
		Instant now = Instant.now();
		return new Occasion(id(), id(), "/test", "org.sharaka.ministry.announcement-issued.v1", "announcement",
				Priority.BULK, CalendarEntry.NONE, "{}", now, now.plus(Duration.ofHours(1)), null);
	}

	private static ContactsChange contactsOf(String charity) {
		return new ContactsChange.Changed(charity, 1, List.of(new Contact(id(), "اسم", charity + "@twice.test",
				"+966500000301", Language.AR, Set.of(Channel.EMAIL, Channel.SMS))));
	}

	private long count(String collection) {
		return this.database.getCollection(collection).countDocuments();
	}

	@Test
	void andNobodyIsForgottenWhenContactsAndEventRace() throws Exception {
		int rounds = 150;
		try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
			for (int i = 0; i < rounds; i++) {
				String charity = id();
				CyclicBarrier together = new CyclicBarrier(2);
				Future<?> event = threads.submit(() -> {
					together.await();
					this.tellCharities.tell(List.of(new Matter.ForCharities(occasion(), Set.of(charity))));
					return null;
				});
				Future<?> contact = threads.submit(() -> {
					together.await();
					this.tellCharities.contactsChanged(List.of(contactsOf(charity)));
					return null;
				});
				event.get();
				contact.get();
			}
		}
		assertThat(this.waiting.count()).isZero();
		assertThat(count("notices")).isEqualTo(2L * rounds);
	}

	@Test
	void whenSeveralInstancesGetTheSameEvent() throws Exception {
		List<ContactsChange> changes = new ArrayList<>();
		for (int i = 0; i < 300; i++) {
			changes.add(contactsOf(id()));
		}
		this.tellCharities.contactsChanged(changes);
		Matter matter = new Matter.ForCharities(occasion(),
				Set.copyOf(changes.stream().map(ContactsChange::charityId).toList()));
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			List<Future<?>> all = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				all.add(threads.submit(() -> this.tellCharities.tell(List.of(matter))));
			}
			for (Future<?> one : all) {
				one.get();
			}
		}
		assertThat(count("notices")).isEqualTo(600);
	}

	@Test
	void whenABroadcastIsInterruptedHalfWay() {
		int bodies = 5000;
		List<Charity> registered = new ArrayList<>();
		List<ContactsChange> changes = new ArrayList<>();
		for (int i = 0; i < bodies; i++) {
			String charity = id();
			registered.add(new Charity(charity, "REGISTERED", "ASSOCIATION", Set.of("A"), "SA-01",
					BilingualText.arabic("جمعية"), 1));
			changes.add(contactsOf(charity));
		}
		for (int from = 0; from < bodies; from += 500) {
			this.charities.update(registered.subList(from, from + 500));
			this.tellCharities.contactsChanged(changes.subList(from, from + 500));
		}
		AtomicInteger bulks = new AtomicInteger();
		MongoNotices dying = new MongoNotices(this.noticeAggregates) {

			@Override
			public void create(List<Notice> notices) {
				if (bulks.incrementAndGet() == 6) {
					throw new IllegalStateException("as if the process died");
				}
				super.create(notices);
			}

		};
		Matter matter = new Matter.ForAudience(occasion(), new Audience(Set.of(), Set.of(), Set.of(), Set.of()));
		TellCharities interrupted = new TellCharities(this.charities, this.contacts, this.occasions, this.waiting,
				dying, Clock.systemUTC());
		assertThatThrownBy(() -> interrupted.tell(List.of(matter))).hasMessageContaining("died");
		assertThat(count("notices")).isEqualTo(5000);
		this.tellCharities.tell(List.of(matter));
		assertThat(count("notices")).isEqualTo(2L * bodies);
		bulks.set(0);
		interrupted.tell(List.of(matter));
		assertThat(bulks).as("bulks written for a complete occasion").hasValue(0);
	}

	@Test
	void andWhatWaitedTooLongIsSeenToHaveExpired() {
		String charity = id();
		this.tellCharities.tell(List.of(new Matter.ForCharities(occasion(), Set.of(charity))));
		assertThat(this.waiting.expire(Instant.now().plus(Duration.ofMinutes(59)))).isZero();
		assertThat(this.waiting.expire(Instant.now().plus(Duration.ofHours(2)))).isOne();
		assertThat(this.waiting.list(Waiting.Status.EXPIRED, charity, null, 10)).hasSize(1);
		this.tellCharities.contactsChanged(List.of(contactsOf(charity)));
		assertThat(count("notices")).isZero();
	}

	private static ContactsChange.Changed contactAt(String charity, long sequence) {
		return new ContactsChange.Changed(charity, sequence, List.of(new Contact("c" + sequence, "اسم",
				sequence + "@twice.test", null, Language.AR, Set.of(Channel.EMAIL))));
	}

	private List<String> contactIds(String charity) {
		return this.contacts.of(Set.of(charity)).get(charity).stream().map(Contact::id).toList();
	}

	@Test
	void andOlderContactsDoNotComeBack() {
		String charity = id();
		this.contacts.update(List.of(contactAt(charity, 5), contactAt(charity, 7), contactAt(charity, 6)));
		assertThat(contactIds(charity)).containsExactly("c7");
		this.contacts.update(List.of(contactAt(charity, 6), contactAt(charity, 7)));
		assertThat(contactIds(charity)).containsExactly("c7");
	}

	@Test
	void andErasedContactsDoNotComeBackWhenTheTopicIsReadAgain() {
		String charity = id();
		ContactsChange erased = new ContactsChange.Erased(charity, Instant.now());
		this.contacts.update(List.of(contactAt(charity, 1), erased));
		assertThat(contactIds(charity)).isEmpty();
		this.contacts.update(List.of(contactAt(charity, 1)));
		assertThat(contactIds(charity)).isEmpty();
		this.contacts.update(List.of(contactAt(charity, 2)));
		this.contacts.update(List.of(contactAt(charity, 1), erased));
		assertThat(contactIds(charity)).as("what came after the tombstone").containsExactly("c2");
	}

}
