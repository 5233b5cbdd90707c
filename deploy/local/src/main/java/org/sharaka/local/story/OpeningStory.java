package org.sharaka.local.story;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.sharaka.local.launcher.Console;

/**
 * What the report tells, played from outside: over HTTP as officers and charities do,
 * over Kafka as a ministry system does. Each step waits until its effect can be seen. A
 * step that an earlier run has done is not done again, so the story can be played on data
 * that it left behind, whole or not.
 */
public final class OpeningStory {

	private static final int STEPS = 9;

	private final Place place;

	private final Console console;

	private final Clock clock = Clock.systemUTC();

	private final Progress progress;

	private final NoticeBook notices;

	private final Register register;

	private final Calendar calendar;

	private int step;

	public OpeningStory(Place place, Console console) {
		Http http = new Http();
		this.place = place;
		this.console = console;
		this.progress = new Progress(console);
		this.notices = new NoticeBook(http, place, this.progress);
		this.register = new Register(http, place, console);
		this.calendar = new Calendar(http, place, console, this.clock);
	}

	/**
	 * Plays it.
	 * @throws StoryFailed when a step does not come to pass
	 */
	public void play() throws InterruptedException {
		Instant begun = Instant.now();
		this.console.blank();
		this.console.say("The opening story");
		register();
		meet();
		suspend();
		hearTheMinistry();
		moveTheReception();
		this.notices.awaitDelivery();
		new ClosingTable(this.console, this.register, this.calendar, this.notices, new Topics(this.place)).print();
		this.console.say("The story took %s.", Console.seconds(Duration.between(begun, Instant.now())));
	}

	private void say(String what) {
		this.console.blank();
		this.console.say("%2d/%d  %s", ++this.step, STEPS, what);
	}

	private void register() throws InterruptedException {
		say("The bodies that the report names apply for registration.");
		this.notices.awaitNoticesOf("charity.applied", this.register::apply);
		say("The ministry approves their applications.");
		this.notices.awaitNoticesOf("charity.registered", this.register::approve);
	}

	private void meet() throws InterruptedException {
		say("The minister's reception is scheduled and all are invited: " + Texts.RECEPTION.ar());
		List<String> all = Bodies.ALL.stream().map(this.register::id).toList();
		this.notices.awaitNoticesOf("invitation.issued",
				() -> this.calendar.schedule(Texts.RECEPTION, Texts.reception(this.calendar.receptionTime(), all)));
		say("They answer; one cannot come.");
		this.calendar.answer(Texts.RECEPTION, this.register.ids());
		say("A workshop is scheduled for associations and campaigns in health and social services: "
				+ Texts.WORKSHOP.ar());
		this.notices.awaitNoticesOf("invitation.issued", () -> this.calendar.schedule(Texts.WORKSHOP,
				Texts.workshop(this.calendar.receptionTime().plusDays(1))));
	}

	private void suspend() throws InterruptedException {
		Body body = Bodies.SUSPENDED;
		say("One body is suspended, and its invitations are withdrawn: " + body.name().ar());
		this.notices.awaitNoticesOf("charity.suspended", () -> this.register.suspend(body));
		this.progress.await("invitations withdrawn", 2, () -> this.calendar.withdrawn(this.register.id(body)));
		this.progress.await("notices of invitation.withdrawn (email and SMS of each)", 4,
				() -> this.notices.count("invitation.withdrawn"));
	}

	private void hearTheMinistry() throws InterruptedException {
		try (MinistrySystem ministry = new MinistrySystem(this.place)) {
			say("A ministry system publishes an announcement (CloudEvents, structured mode).");
			ministry.publishStructured("ministry.announcement-issued", "opening-story-announcement",
					Texts.announcement(), this.clock.instant());
			this.progress.await("notices of ministry.announcement-issued (email and SMS to each registered body)",
					2L * (Bodies.ALL.size() - 1), () -> this.notices.count("ministry.announcement-issued"));
			say("It asks for a meeting (CloudEvents, binary mode): " + Texts.CIRCLE.ar());
			this.notices.awaitNoticesOf("invitation.issued", () -> askForTheCircle(ministry));
		}
	}

	private int askForTheCircle(MinistrySystem ministry) throws InterruptedException {
		boolean askedBefore = this.calendar.find(Texts.CIRCLE).isPresent();
		ministry.publishBinary("ministry.meeting-requested", "opening-story-discussion-circle",
				Texts.circle(this.calendar.receptionTime().plusDays(2)), this.clock.instant());
		this.progress.await("meeting scheduled by the event", 1,
				() -> this.calendar.find(Texts.CIRCLE).isPresent() ? 1 : 0);
		return askedBefore ? 0 : this.calendar.invited(Texts.CIRCLE);
	}

	private void moveTheReception() throws InterruptedException {
		say("The reception is moved by one hour.");
		this.notices.awaitNoticesOf("meeting.rescheduled", () -> this.calendar.moveByAnHour(Texts.RECEPTION));
	}

}
