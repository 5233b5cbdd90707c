package org.sharaka.local.story;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.sharaka.local.console.Console;
import org.sharaka.local.story.client.ConditionWait;
import org.sharaka.local.story.client.HttpJsonClient;
import org.sharaka.local.story.client.MeetingClient;
import org.sharaka.local.story.client.MinistrySystem;
import org.sharaka.local.story.client.NotificationClient;
import org.sharaka.local.story.client.RegistryClient;
import org.sharaka.local.story.client.ServiceEndpoints;
import org.sharaka.local.story.client.StoryFailedException;
import org.sharaka.local.story.client.TopicReader;
import org.sharaka.local.story.content.BilingualText;
import org.sharaka.local.story.content.Charities;
import org.sharaka.local.story.content.Charity;
import org.sharaka.local.story.content.RequestBodies;

/**
 * Plays the minister's reception and what followed it, as the report tells it: over HTTP
 * as officers and charities do, over Kafka as a ministry system does. Each step waits
 * until its effect can be observed. A step that an earlier run completed is not repeated,
 * so the story can be played again on existing data, also after an interruption.
 */
public final class OpeningStory {

	private static final int STEPS = 9;

	private final ServiceEndpoints endpoints;

	private final Console console;

	private final Clock clock = Clock.systemUTC();

	private final ConditionWait wait;

	private final NotificationClient notices;

	private final RegistryClient registry;

	private final MeetingClient meetings;

	private int step;

	public OpeningStory(ServiceEndpoints endpoints, Console console) {
		HttpJsonClient http = new HttpJsonClient();
		this.endpoints = endpoints;
		this.console = console;
		this.wait = new ConditionWait(console);
		this.notices = new NotificationClient(http, endpoints, this.wait);
		this.registry = new RegistryClient(http, endpoints, console);
		this.meetings = new MeetingClient(http, endpoints, console, this.clock);
	}

	/**
	 * Plays the story.
	 * @throws StoryFailedException if a step does not have its effect in time
	 */
	public void play() throws InterruptedException {
		Instant begun = Instant.now();
		this.console.printBlankLine();
		this.console.print("The opening story");
		registerCharities();
		scheduleMeetings();
		suspendCharity();
		publishMinistryEvents();
		rescheduleReception();
		this.notices.awaitDelivery();
		new StorySummary(this.console, this.registry, this.meetings, this.notices, new TopicReader(this.endpoints))
			.print();
		this.console.print("The story took %s.", Console.seconds(Duration.between(begun, Instant.now())));
	}

	private void announceStep(String what) {
		this.console.printBlankLine();
		this.console.print("%2d/%d  %s", ++this.step, STEPS, what);
	}

	private void registerCharities() throws InterruptedException {
		announceStep("The charities that the report names apply for registration.");
		this.notices.awaitNoticesOf("charity.applied", this.registry::apply);
		announceStep("The ministry approves their applications.");
		this.notices.awaitNoticesOf("charity.registered", this.registry::approve);
	}

	private void scheduleMeetings() throws InterruptedException {
		announceStep("The minister's reception is scheduled, and all are invited: " + RequestBodies.RECEPTION.ar());
		List<String> all = Charities.ALL.stream().map(this.registry::id).toList();
		scheduleAndAwait(RequestBodies.RECEPTION, RequestBodies.reception(this.meetings.receptionTime(), all),
				all.size());
		announceStep("They answer; one cannot come.");
		this.meetings.answer(RequestBodies.RECEPTION, this.registry.ids());
		announceStep("A workshop is scheduled for associations and campaigns in health and social services: "
				+ RequestBodies.WORKSHOP.ar());
		scheduleAndAwait(RequestBodies.WORKSHOP, RequestBodies.workshop(this.meetings.receptionTime().plusDays(1)),
				Charities.count(RequestBodies.WORKSHOP_KINDS, RequestBodies.WORKSHOP_FIELDS));
	}

	private void scheduleAndAwait(BilingualText title, Map<String, Object> request, int invited)
			throws InterruptedException {
		this.notices.awaitNoticesOf("invitation.issued", () -> {
			boolean scheduled = this.meetings.schedule(title, request);
			awaitInvitations(title, invited);
			return scheduled ? invited : 0;
		});
	}

	/** Invitations are issued in the background, after the meeting is scheduled. */
	private void awaitInvitations(BilingualText title, int expected) throws InterruptedException {
		this.wait.await("invitations issued", expected, () -> this.meetings.invitations(title).size());
	}

	private void suspendCharity() throws InterruptedException {
		Charity charity = Charities.SUSPENDED;
		announceStep("One charity is suspended, and its invitations are withdrawn: " + charity.name().ar());
		this.notices.awaitNoticesOf("charity.suspended", () -> this.registry.suspend(charity));
		this.wait.await("invitations withdrawn", 2, () -> this.meetings.withdrawn(this.registry.id(charity)));
		this.wait.await("notices of invitation.withdrawn (email and SMS of each)", 4,
				() -> this.notices.count("invitation.withdrawn"));
	}

	private void publishMinistryEvents() throws InterruptedException {
		try (MinistrySystem ministry = new MinistrySystem(this.endpoints)) {
			announceStep("A ministry system publishes an announcement (CloudEvents, structured mode).");
			ministry.publishStructured("ministry.announcement-issued", "opening-story-announcement",
					RequestBodies.announcement(), this.clock.instant());
			this.wait.await("notices of ministry.announcement-issued (email and SMS to each registered charity)",
					2L * (Charities.ALL.size() - 1), () -> this.notices.count("ministry.announcement-issued"));
			announceStep("It requests a meeting (CloudEvents, binary mode): " + RequestBodies.CIRCLE.ar());
			this.notices.awaitNoticesOf("invitation.issued", () -> requestMeeting(ministry));
		}
	}

	private int requestMeeting(MinistrySystem ministry) throws InterruptedException {
		boolean requestedBefore = this.meetings.find(RequestBodies.CIRCLE).isPresent();
		int invited = Charities.count(RequestBodies.CIRCLE_KINDS, List.of());
		ministry.publishBinary("ministry.meeting-requested", "opening-story-discussion-circle",
				RequestBodies.circle(this.meetings.receptionTime().plusDays(2)), this.clock.instant());
		this.wait.await("meeting scheduled by the event", 1,
				() -> this.meetings.find(RequestBodies.CIRCLE).isPresent() ? 1 : 0);
		awaitInvitations(RequestBodies.CIRCLE, invited);
		return requestedBefore ? 0 : invited;
	}

	private void rescheduleReception() throws InterruptedException {
		announceStep("The reception is moved by one hour.");
		this.notices.awaitNoticesOf("meeting.rescheduled",
				() -> this.meetings.rescheduleByOneHour(RequestBodies.RECEPTION));
	}

}
