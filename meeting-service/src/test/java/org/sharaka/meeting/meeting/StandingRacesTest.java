package org.sharaka.meeting.meeting;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.meeting.charity.Charity;
import org.sharaka.meeting.charity.CharityStatus;
import org.sharaka.meeting.meeting.MeetingDesk.Request;
import org.sharaka.meeting.testing.Fixtures;
import org.sharaka.meeting.testing.InMemoryCharities;
import org.sharaka.meeting.testing.InMemoryMeetings;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A suspension meets a command that opens an invitation, at the same moment, many times.
 */
class StandingRacesTest {

	private static final int ROUNDS = 1_000;

	private final ExecutorService threads = Executors.newFixedThreadPool(2);

	private final CyclicBarrier start = new CyclicBarrier(2);

	private final InMemoryCharities charities = new InMemoryCharities();

	private final InMemoryMeetings meetings = new InMemoryMeetings();

	private final MeetingChanges changes = new MeetingChanges(this.meetings);

	private final StandingCheck standing = new StandingCheck(this.charities, this.meetings, this.changes,
			Fixtures.CLOCK);

	private final Scheduling scheduling = new Scheduling(this.meetings, this.standing);

	private final MeetingDesk desk = new MeetingDesk(this.charities, this.changes, this.standing, Fixtures.CLOCK);

	@AfterEach
	void stop() {
		this.threads.shutdownNow();
	}

	@Test
	void withScheduling() throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			String charity = "charity-" + round;
			String meeting = "meeting-" + round;
			Charity known = Fixtures.registered(charity);
			this.charities.learn(List.of(known));
			race(() -> suspend(charity), () -> this.scheduling.schedule(meeting, Fixtures.plan(), List.of(known)));
			assertWithdrawn(meeting, charity);
		}
		long withdrawn = this.meetings.events()
			.stream()
			.filter(MeetingEvent.InvitationWithdrawn.class::isInstance)
			.count();
		assertThat(withdrawn).as("each once, whoever did it").isEqualTo(ROUNDS);
	}

	@Test
	void withAMoveThatReopensADeclinedInvitation() throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			Request request = declined(round);
			race(() -> suspend("charity-" + request.meetingId()), () -> this.desk.reschedule(request,
					Fixtures.riyadh("2026-12-02T10:00:00"), null, BilingualText.arabic("سبب")));
			assertWithdrawn(request.meetingId(), "charity-" + request.meetingId());
		}
	}

	@Test
	void withAnAnswerThatReopensADeclinedInvitation() throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			Request request = declined(round);
			String charity = "charity-" + request.meetingId();
			race(() -> suspend(charity), () -> {
				try {
					this.desk.answer(request, charity, InvitationStatus.ACCEPTED, List.of());
				}
				catch (Refused suspendedBefore) {
					assertThat(suspendedBefore.policy()).isEqualTo(MeetingPolicy.ONLY_A_REGISTERED_CHARITY_ANSWERS);
				}
			});
			assertThat(invitation(request.meetingId(), charity).status().isOpen()).isFalse();
		}
	}

	private Request declined(int round) {
		String meeting = "declined-" + round;
		Charity known = Fixtures.registered("charity-" + meeting);
		this.charities.learn(List.of(known));
		this.scheduling.schedule(meeting, Fixtures.plan(), List.of(known));
		Request request = new Request(meeting, null, (any) -> {
		});
		this.desk.answer(request, known.id(), InvitationStatus.DECLINED, List.of());
		return request;
	}

	/** As the handler of the charities' events does: the view, then the invitations. */
	private void suspend(String charityId) {
		Charity suspended = Fixtures.charity(charityId, CharityStatus.SUSPENDED, 3);
		this.charities.learn(List.of(suspended));
		this.standing.lost(List.of(suspended.lostStanding().orElseThrow()));
	}

	private void race(Runnable one, Runnable other) throws Exception {
		Future<?> first = this.threads.submit(() -> started(one));
		Future<?> second = this.threads.submit(() -> started(other));
		first.get();
		second.get();
	}

	private void started(Runnable command) {
		try {
			this.start.await();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		command.run();
	}

	private void assertWithdrawn(String meetingId, String charityId) {
		assertThat(invitation(meetingId, charityId).status()).as(meetingId).isEqualTo(InvitationStatus.WITHDRAWN);
	}

	private Invitation invitation(String meetingId, String charityId) {
		return this.meetings.find(meetingId).orElseThrow().invitations().of(charityId).orElseThrow();
	}

}
