package org.sharaka.notification.notice.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.testing.ServiceIntegrationTest;
import org.sharaka.chassis.text.Language;
import org.sharaka.notification.contact.Contact;
import org.sharaka.notification.contact.Contacts;
import org.sharaka.notification.contact.ContactsChange;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.notice.usecase.NotifyInvitedCharities;
import org.sharaka.notification.testing.EventPublisher.Publication;
import org.sharaka.notification.testing.Events;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.Lifecycle;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The events of one meeting in every order, over the real collections. */
@ServiceIntegrationTest
class MeetingEventHandlerIT {

	private static final String FIRST_TIME = "first";

	private static final String NEW_TIME = "new";

	private final String meeting = UUID.randomUUID().toString();

	private final String charity = UUID.randomUUID().toString();

	@Autowired
	private Lifecycle dispatchers;

	@Autowired
	private NotifyInvitedCharities notifyInvitedCharities;

	@Autowired
	private Contacts contacts;

	@Autowired
	private MongoDatabase database;

	private MeetingEventHandler handler;

	@BeforeEach
	void prepare() {
		this.dispatchers.stop();
		this.handler = new MeetingEventHandler(Set.of(), this.notifyInvitedCharities, Clock.systemUTC());
		this.contacts.apply(List.of(contactsOf(this.charity)));
	}

	private static ContactsChange contactsOf(String charityId) {
		return new ContactsChange(charityId, 1, Instant.now(), List.of(new Contact(UUID.randomUUID().toString(), "اسم",
				charityId + "@meeting.test", null, Language.AR, Set.of(Channel.EMAIL))));
	}

	private static Event event(Publication publication) {
		return new Event(publication.id(), "/test", "org.sharaka." + publication.type() + ".v1", publication.key(),
				publication.time(), publication.sequence(), null, publication.key(),
				JsonMapper.shared().readTree(publication.data()));
	}

	/** Titles tell the states of the meeting apart. */
	private String firstTime() {
		return Events.meeting(this.meeting, "SCHEDULED", FIRST_TIME, 1, 0, 3);
	}

	private String newTime() {
		return Events.meeting(this.meeting, "SCHEDULED", NEW_TIME, 2, 1, 5);
	}

	private Event issued() {
		return event(Events.invitation(firstTime(), this.meeting, this.charity, 1));
	}

	private Event withdrawn() {
		return event(Events.invitation("invitation.withdrawn", firstTime(), this.meeting, this.charity, 2));
	}

	private Event issuedAgain() {
		return event(Events.invitation(firstTime(), this.meeting, this.charity, 3));
	}

	private Event rescheduled() {
		return event(Events.rescheduled(newTime(), this.meeting, 2));
	}

	private Event cancelled() {
		return event(Events.cancelled(Events.meeting(this.meeting, "CANCELLED", FIRST_TIME, 1, 1, 3), this.meeting, 2));
	}

	private void handle(Event... events) {
		for (Event event : events) {
			this.handler.handle(List.of(event));
		}
	}

	/** Which events the charity has notices of, with the state that they show. */
	private List<String> notices() {
		List<String> notices = new ArrayList<>();
		for (Document notice : this.database.getCollection("notices")
			.find(new Document("charityId", this.charity))
			.sort(new Document("createdAt", 1))) {
			String type = notice.getString("eventType").replace("org.sharaka.", "").replace(".v1", "");
			Document request = this.database.getCollection("notificationRequests")
				.find(new Document("_id", notice.getString("requestId")))
				.first();
			notices.add(type + " "
					+ JsonMapper.shared().readTree(request.getString("data")).at("/meeting/title/ar").asString());
		}
		return notices;
	}

	@Test
	void aNewTimeReachesTheInvited() {
		handle(issued(), rescheduled());
		assertThat(notices()).containsExactlyInAnyOrder("invitation.issued first", "meeting.rescheduled new");
	}

	@Test
	void aCancellationReachesTheInvited() {
		handle(issued(), cancelled());
		assertThat(notices()).containsExactlyInAnyOrder("invitation.issued first", "meeting.cancelled first");
	}

	@Test
	void anInvitationAfterANewTimeShowsTheNewTime() {
		handle(rescheduled(), issued());
		assertThat(notices()).containsExactlyInAnyOrder("invitation.issued new");
	}

	@Test
	void anInvitationAfterANewTimeIsWorthANoticeUntilTheNewStart() {
		handle(rescheduled(), issued());
		Document notice = this.database.getCollection("notices").find(new Document("charityId", this.charity)).first();
		assertThat(notice.getDate("expiresAt").toInstant())
			.isEqualTo(Instant.parse(rescheduled().body().at("/meeting/startInstant").asString()));
	}

	@Test
	void anInvitationAfterTheCancellationIsNotSent() {
		handle(cancelled(), issued());
		assertThat(notices()).isEmpty();
	}

	@Test
	void orderIsKeptWithinABatch() {
		this.handler.handle(List.of(issued(), rescheduled()));
		assertThat(notices()).containsExactlyInAnyOrder("invitation.issued first", "meeting.rescheduled new");
	}

	@Test
	void orderIsKeptWithinABatchThatBeginsWithTheCancellation() {
		this.handler.handle(List.of(cancelled(), issued()));
		assertThat(notices()).isEmpty();
	}

	@Test
	void orderIsKeptWithinABatchThatBeginsWithTheNewTime() {
		this.handler.handle(List.of(rescheduled(), issued()));
		assertThat(notices()).containsExactlyInAnyOrder("invitation.issued new");
	}

	@Test
	void aWithdrawnInvitationHearsOfNoNewTime() {
		handle(issued(), withdrawn(), rescheduled());
		assertThat(notices()).containsExactlyInAnyOrder("invitation.issued first", "invitation.withdrawn first");
	}

	@Test
	void anInvitationThatArrivesAfterItsWithdrawalIsNotSent() {
		handle(withdrawn(), issued(), rescheduled());
		assertThat(notices()).containsExactlyInAnyOrder("invitation.withdrawn first");
	}

	@Test
	void aCharityThatIsInvitedAgainHearsOfANewTime() {
		handle(issued(), withdrawn(), issuedAgain(), withdrawn(), rescheduled());
		assertThat(notices()).containsExactlyInAnyOrder("invitation.issued first", "invitation.withdrawn first",
				"invitation.issued first", "meeting.rescheduled new");
	}

	@Test
	void anOlderTimeThatArrivesAfterTheCancellationIsNotSent() {
		Event late = rescheduled();
		Event cancelled = event(
				Events.cancelled(Events.meeting(this.meeting, "CANCELLED", NEW_TIME, 2, 2, 5), this.meeting, 3));
		handle(issued(), cancelled, late);
		assertThat(notices()).containsExactlyInAnyOrder("invitation.issued first", "meeting.cancelled new");
	}

	@Test
	void repeatedEventsCreateNoFurtherNotices() {
		List<Event> events = List.of(issued(), rescheduled(),
				event(Events.cancelled(Events.meeting(this.meeting, "CANCELLED", NEW_TIME, 2, 2, 5), this.meeting, 3)));
		this.handler.handle(events);
		this.handler.handle(events);
		events.reversed().forEach((event) -> this.handler.handle(List.of(event)));
		assertThat(notices()).containsExactlyInAnyOrder("invitation.issued first", "meeting.rescheduled new",
				"meeting.cancelled new");
	}

	@Test
	void unknownReasonsAndStatusesAreNoErrors() {
		Event issued = event(Events.invitation(Events.meeting(this.meeting, "POSTPONED", FIRST_TIME, 1, 0, 3),
				this.meeting, this.charity, 1));
		handle(issued);
		assertThat(notices()).containsExactlyInAnyOrder("invitation.issued first");
	}

	@Test
	void noNewTimeIsLostWhenTwoInstancesHandleInvitationAndNewTimeAtOnce() throws Exception {
		int rounds = 100;
		try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
			for (int i = 0; i < rounds; i++) {
				MeetingEventHandlerIT one = another();
				CyclicBarrier together = new CyclicBarrier(2);
				List<Callable<Void>> tasks = new ArrayList<>();
				for (Event event : List.of(one.issued(), one.rescheduled())) {
					tasks.add(() -> {
						together.await();
						one.handle(event);
						return null;
					});
				}
				for (Future<Void> done : threads.invokeAll(tasks)) {
					done.get();
				}
				assertThat(one.notices()).as("round " + i).anyMatch((notice) -> notice.endsWith(" new"));
			}
		}
	}

	/** Another meeting and another charity. */
	private MeetingEventHandlerIT another() {
		MeetingEventHandlerIT other = new MeetingEventHandlerIT();
		other.dispatchers = this.dispatchers;
		other.notifyInvitedCharities = this.notifyInvitedCharities;
		other.contacts = this.contacts;
		other.database = this.database;
		other.prepare();
		return other;
	}

	@Test
	@Tag("soak")
	void aCancellationOfAMeetingWithTwentyThousandInvitationsReachesAll() {
		cancelMeetingWithInvitations(20_000);
	}

	@Test
	void aCancellationOfAMeetingWithManyInvitationsReachesAll() {
		cancelMeetingWithInvitations(1_500);
	}

	private void cancelMeetingWithInvitations(int count) {
		List<Event> invitations = new ArrayList<>();
		List<ContactsChange> changes = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			String invited = UUID.randomUUID().toString();
			changes.add(contactsOf(invited));
			invitations.add(event(Events.invitation(firstTime(), this.meeting, invited, 1)));
		}
		Event cancelled = cancelled();
		for (int from = 0; from < invitations.size(); from += 500) {
			this.contacts.apply(changes.subList(from, from + 500));
			this.handler.handle(invitations.subList(from, from + 500));
		}
		this.handler.handle(List.of(cancelled));
		assertThat(this.database.getCollection("notices").countDocuments(new Document("eventId", cancelled.id())))
			.isEqualTo(count);
	}

}
