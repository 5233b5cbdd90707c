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
import java.util.stream.Collectors;

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
import org.sharaka.notification.meeting.Invitations;
import org.sharaka.notification.notice.AddressedRequest;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.NotificationRequest;
import org.sharaka.notification.notice.NotificationRequests;
import org.sharaka.notification.notice.PendingContacts;
import org.sharaka.notification.notice.Recipients;
import org.sharaka.notification.notice.policy.CalendarAction;
import org.sharaka.notification.notice.policy.Priority;
import org.sharaka.notification.notice.usecase.CreateNotices;
import org.sharaka.notification.notice.usecase.CreatePendingNotices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The real collections, with stopped dispatchers. */
@ServiceIntegrationTest
class CreateNoticesIT {

	@Autowired
	private Lifecycle dispatchers;

	@Autowired
	private AggregateCollection noticeAggregates;

	@Autowired
	private Charities charities;

	@Autowired
	private Contacts contacts;

	@Autowired
	private NotificationRequests requests;

	@Autowired
	private PendingContacts pendingContacts;

	@Autowired
	private CreateNotices createNotices;

	@Autowired
	private Invitations invitations;

	@Autowired
	private CreatePendingNotices createPendingNotices;

	@Autowired
	private MongoDatabase database;

	@BeforeEach
	void stopDispatchers() {
		this.dispatchers.stop();
		for (String name : List.of("notices", "notificationRequests", "contacts", "charities", "pendingContacts")) {
			this.database.getCollection(name).deleteMany(new Document());
		}
	}

	private static final Instant TIME = Instant.parse("2026-11-22T09:00:00Z");

	private void changeContacts(List<ContactsChange> changes) {
		this.contacts.apply(changes);
		this.createPendingNotices
			.createFor(changes.stream().map(ContactsChange::charityId).collect(Collectors.toSet()));
	}

	private static AddressedRequest addressed(String... charities) {
		return new AddressedRequest(request(), new Recipients.OfIds(Set.of(charities)));
	}

	private static String id() {
		return UUID.randomUUID().toString();
	}

	private static NotificationRequest request() {
		Instant now = Instant.now();
		return new NotificationRequest(id(), id(), "/test", "org.sharaka.ministry.announcement-issued.v1",
				"announcement", Priority.BULK, CalendarAction.NONE, "{}", now, now.plus(Duration.ofHours(1)), null);
	}

	private static ContactsChange contactsOf(String charity) {
		return new ContactsChange(charity, 1, Instant.now(), List.of(new Contact(id(), "اسم", charity + "@twice.test",
				"+966500000301", Language.AR, Set.of(Channel.EMAIL, Channel.SMS))));
	}

	private long count(String collection) {
		return this.database.getCollection(collection).countDocuments();
	}

	@Test
	void createsEveryNoticeWhenContactsAndEventRace() throws Exception {
		int rounds = 150;
		try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
			for (int i = 0; i < rounds; i++) {
				String charity = id();
				CyclicBarrier together = new CyclicBarrier(2);
				Future<?> event = threads.submit(() -> {
					together.await();
					this.createNotices.create(List.of(addressed(charity)));
					return null;
				});
				Future<?> contact = threads.submit(() -> {
					together.await();
					changeContacts(List.of(contactsOf(charity)));
					return null;
				});
				event.get();
				contact.get();
			}
		}
		assertThat(this.pendingContacts.count()).isZero();
		assertThat(count("notices")).isEqualTo(2L * rounds);
	}

	@Test
	void createsOneNoticeWhenSeveralInstancesHandleTheSameEvent() throws Exception {
		List<ContactsChange> changes = new ArrayList<>();
		for (int i = 0; i < 300; i++) {
			changes.add(contactsOf(id()));
		}
		changeContacts(changes);
		AddressedRequest addressed = addressed(changes.stream().map(ContactsChange::charityId).toArray(String[]::new));
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			List<Future<?>> all = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				all.add(threads.submit(() -> this.createNotices.create(List.of(addressed))));
			}
			for (Future<?> one : all) {
				one.get();
			}
		}
		assertThat(count("notices")).isEqualTo(600);
	}

	@Test
	void resumesAnInterruptedAnnouncement() {
		int bodies = 5000;
		List<Charity> registered = new ArrayList<>();
		List<ContactsChange> changes = new ArrayList<>();
		for (int i = 0; i < bodies; i++) {
			String charity = id();
			registered.add(new Charity(charity, "REGISTERED", "ASSOCIATION", Set.of("A"), "SA-01",
					BilingualText.arabic("جمعية"), 1, Instant.now()));
			changes.add(contactsOf(charity));
		}
		for (int from = 0; from < bodies; from += 500) {
			this.charities.apply(registered.subList(from, from + 500));
			changeContacts(changes.subList(from, from + 500));
		}
		AtomicInteger bulks = new AtomicInteger();
		MongoNotices failing = new MongoNotices(this.noticeAggregates) {

			@Override
			public void create(List<Notice> notices) {
				if (bulks.incrementAndGet() == 6) {
					throw new IllegalStateException("as if the process died");
				}
				super.create(notices);
			}

		};
		AddressedRequest addressed = new AddressedRequest(request(),
				new Recipients.OfAudience(new Audience(Set.of(), Set.of(), Set.of(), Set.of())));
		CreateNotices interrupted = new CreateNotices(this.charities, this.invitations, this.contacts, this.requests,
				this.createPendingNotices, failing, Clock.systemUTC());
		assertThatThrownBy(() -> interrupted.create(List.of(addressed))).hasMessageContaining("died");
		assertThat(count("notices")).isEqualTo(5000);
		this.createNotices.create(List.of(addressed));
		assertThat(count("notices")).isEqualTo(2L * bodies);
		bulks.set(0);
		interrupted.create(List.of(addressed));
		assertThat(bulks).as("bulks written for a complete request").hasValue(0);
	}

	@Test
	void listsPendingContactsThatExpired() {
		String charity = id();
		this.createNotices.create(List.of(addressed(charity)));
		assertThat(this.pendingContacts.expire(Instant.now().plus(Duration.ofMinutes(59)))).isZero();
		assertThat(this.pendingContacts.expire(Instant.now().plus(Duration.ofHours(2)))).isOne();
		assertThat(this.pendingContacts.list(PendingContacts.Status.EXPIRED, charity, null, 10)).hasSize(1);
		changeContacts(List.of(contactsOf(charity)));
		assertThat(count("notices")).isZero();
	}

	private static ContactsChange contactAt(String charity, long sequence) {
		return new ContactsChange(charity, sequence, TIME.plusSeconds(sequence), List.of(new Contact("c" + sequence,
				"اسم", sequence + "@twice.test", null, Language.AR, Set.of(Channel.EMAIL))));
	}

	private List<String> contactIds(String charity) {
		return this.contacts.of(Set.of(charity)).get(charity).stream().map(Contact::id).toList();
	}

	@Test
	void ignoresOlderContacts() {
		String charity = id();
		this.contacts.apply(List.of(contactAt(charity, 5), contactAt(charity, 7), contactAt(charity, 6)));
		assertThat(contactIds(charity)).containsExactly("c7");
		this.contacts.apply(List.of(contactAt(charity, 6), contactAt(charity, 7)));
		assertThat(contactIds(charity)).containsExactly("c7");
	}

	@Test
	void keepsContactsErasedWhenTheTopicIsReadAgain() {
		String charity = id();
		ContactsChange erased = ContactsChange.erased(charity, TIME.plusMillis(1500));
		this.contacts.apply(List.of(contactAt(charity, 1), erased));
		assertThat(contactIds(charity)).isEmpty();
		this.contacts.apply(List.of(contactAt(charity, 1)));
		assertThat(contactIds(charity)).isEmpty();
		this.contacts.apply(List.of(contactAt(charity, 2)));
		this.contacts.apply(List.of(contactAt(charity, 1), erased));
		assertThat(contactIds(charity)).as("what came after the tombstone").containsExactly("c2");
	}

}
