package org.sharaka.meeting.invitation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.meeting.charity.Audience;
import org.sharaka.meeting.invitation.usecase.WithdrawOnLostStanding;
import org.sharaka.meeting.meeting.usecase.ScheduleMeeting;
import org.sharaka.meeting.meeting.usecase.ScheduleMeeting.Plan;
import org.sharaka.meeting.charity.Charities;
import org.sharaka.meeting.charity.Charity;
import org.sharaka.meeting.charity.CharityStatus;
import org.sharaka.meeting.charity.Criteria;
import org.sharaka.meeting.charity.Field;
import org.sharaka.meeting.charity.Kind;
import org.sharaka.meeting.testing.Api.Answer;
import org.sharaka.meeting.testing.Fixtures;
import org.sharaka.meeting.testing.Publisher;
import org.sharaka.meeting.testing.Requests;
import org.sharaka.meeting.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class WithdrawOnLostStandingIT extends ServiceTest {

	@Autowired
	private Charities charities;

	@Autowired
	private ScheduleMeeting schedule;

	@Autowired
	private WithdrawOnLostStanding standing;

	@Autowired
	private Invitations invitations;

	@Test
	void aSuspensionWithdrawsOpenInvitationsAndAReinstatementBringsNoneBack() {
		String charity = this.register.registered();
		String other = this.register.registered();
		String pending = this.api.schedule(Requests.reception(charity, other)).id();
		String declined = this.api.schedule(Requests.reception(charity)).id();
		this.api.answer(declined, charity, "DECLINED");
		this.register.suspend(charity);
		Event withdrawn = awaitEvents(pending, 4).stream()
			.filter((event) -> shortType(event).equals("invitation.withdrawn"))
			.findFirst()
			.orElseThrow();
		assertThat(shortType(withdrawn)).isEqualTo("invitation.withdrawn");
		assertThat(withdrawn.body().path("reason").stringValue()).isEqualTo("CHARITY_SUSPENDED");
		assertThat(withdrawn.body().path("charityId").stringValue()).isEqualTo(charity);
		assertThat(statusOf(pending, charity)).isEqualTo("WITHDRAWN");
		assertThat(statusOf(pending, other)).isEqualTo("PENDING");
		assertThat(statusOf(declined, charity)).isEqualTo("DECLINED");

		assertThat(this.api.answer(pending, charity, "ACCEPTED").problem()).isEqualTo("invitation-withdrawn");
		assertThat(this.api.answer(declined, charity, "ACCEPTED").problem()).isEqualTo("charity-not-registered");
		assertThat(this.api.schedule(Requests.reception(charity)).errors())
			.containsExactly("/invite/charities/0 not-registered");

		this.register.reinstate(charity);
		Awaitility.await().until(() -> this.api.schedule(Requests.reception(charity)).status() == 201);
		assertThat(statusOf(pending, charity)).isEqualTo("WITHDRAWN");
	}

	@Test
	void aSuspensionThatIsLiftedAtOnceCountsAndOneThatComesLateDoesNot() {
		String charity = this.register.registered();
		String before = this.api.schedule(Requests.reception(charity)).id();
		long suspension = this.register.suspend(charity);
		long reinstatement = this.register.reinstate(charity);
		awaitStatus(before, charity, "WITHDRAWN");
		Awaitility.await().until(() -> known(charity).sequence() == reinstatement);

		String after = this.api.schedule(Requests.reception(charity)).id();
		this.register.publish(charity, "charity.suspended", "SUSPENDED", suspension);
		this.register.publish(charity, "charity.updated", "REGISTERED", reinstatement + 1);
		Awaitility.await().until(() -> known(charity).sequence() == reinstatement + 1);
		assertThat(statusOf(after, charity)).isEqualTo("PENDING");
		assertThat(known(charity).isRegistered()).isTrue();
	}

	@Test
	void withdrawalsThatACrashPreventedAreMadeWhenTheEventComesAgain() {
		String charity = this.register.registered();
		String meeting = this.api.schedule(Requests.reception(charity)).id();
		Charity registered = known(charity);
		// the view was written, and then the process died
		this.charities.apply(List.of(Fixtures.charity(charity, CharityStatus.REMOVED, registered.sequence() + 1)));
		assertThat(statusOf(meeting, charity)).isEqualTo("PENDING");
		this.register.publish(charity, "charity.removed", "REMOVED");
		awaitStatus(meeting, charity, "WITHDRAWN");
		assertThat(awaitEvents(meeting, 3).getLast().body().path("reason").stringValue()).isEqualTo("CHARITY_REMOVED");
	}

	@Test
	void aCharityWithoutStandingIsNotAskedAgainWhenTheMeetingIsMoved() {
		String charity = this.register.registered();
		String other = this.register.registered();
		String meeting = this.api.schedule(Requests.reception(charity, other)).id();
		this.api.answer(meeting, charity, "DECLINED");
		this.register.publish(charity, "charity.dissolved", "DISSOLVED");
		Awaitility.await().until(() -> known(charity).status() == CharityStatus.DISSOLVED);
		Answer moved = this.api.post("/api/v1/meetings/" + meeting + "/reschedule",
				Requests.move("2027-06-02T10:00:00", "Asia/Riyadh"));
		assertThat(moved.json().path("invitations").path("WITHDRAWN").intValue()).isOne();
		assertThat(awaitEvents(meeting, 6)).extracting(ServiceTest::shortType)
			.contains("invitation.answered", "meeting.rescheduled", "invitation.withdrawn");
	}

	@Test
	void aReinstatedCharityIsInvitedAgain() {
		String charity = this.register.registered();
		String other = this.register.registered();
		String meeting = this.api.schedule(Requests.reception(charity)).id();
		this.register.suspend(charity);
		awaitStatus(meeting, charity, "WITHDRAWN");
		long reinstatement = this.register.reinstate(charity);
		Awaitility.await().until(() -> known(charity).sequence() == reinstatement);
		String invite = "{\"invite\": " + Requests.byIds(List.of(charity, other)) + "}";
		Answer invited = this.api.post("/api/v1/meetings/" + meeting + "/invitations", invite);
		assertThat(invited.status()).as(invited.response().body()).isEqualTo(202);
		assertThat(statusOf(meeting, charity)).isEqualTo("PENDING");
		assertThat(statusOf(meeting, other)).isEqualTo("PENDING");
		assertThat(awaitEvents(meeting, 5)).extracting(ServiceTest::shortType)
			.filteredOn("invitation.issued"::equals)
			.hasSize(3);
	}

	@Test
	void theViewKeepsTheLatestWhateverTheOrder() throws Exception {
		String id = Publisher.newId();
		List<Charity> states = new ArrayList<>(IntStream.rangeClosed(1, 60)
			.mapToObj((version) -> Fixtures.charity(id,
					(version % 2 == 0) ? CharityStatus.SUSPENDED : CharityStatus.REGISTERED, version))
			.toList());
		states.addAll(List.copyOf(states));
		Collections.shuffle(states);
		try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
			List<Future<?>> all = new ArrayList<>();
			for (int from = 0; from < states.size(); from += 5) {
				List<Charity> some = states.subList(from, from + 5);
				all.add(threads.submit(() -> this.charities.apply(some)));
			}
			for (Future<?> one : all) {
				one.get();
			}
		}
		assertThat(known(id).sequence()).isEqualTo(60);
		assertThat(known(id).status()).isEqualTo(CharityStatus.SUSPENDED);
	}

	@Test
	void theViewFindsByEachCriterion() {
		Charity charity = new Charity(Publisher.newId(), CharityStatus.REGISTERED, new Kind("FEDERATION"),
				Set.of(new Field("K"), new Field("L")), "BH-15", new BilingualText("اتحاد", "Federation"), "BH-1", 2,
				Fixtures.NOW);
		Charity suspended = new Charity(Publisher.newId(), CharityStatus.SUSPENDED, new Kind("FEDERATION"),
				Set.of(new Field("K")), "BH-15", BilingualText.arabic("اتحاد"), "BH-2", 2, Fixtures.NOW);
		this.charities.apply(List.of(charity, suspended));
		assertThat(find(Set.of(new Kind("FEDERATION")), Set.of(), Set.of())).containsExactly(charity);
		assertThat(find(Set.of(), Set.of(new Field("L")), Set.of())).containsExactly(charity);
		assertThat(find(Set.of(), Set.of(), Set.of("BH-15"))).containsExactly(charity);
		assertThat(find(Set.of(new Kind("DONOR")), Set.of(new Field("L")), Set.of())).isEmpty();
		assertThat(find(Set.of(), Set.of(), Set.of())).isEmpty();
		assertThat(this.charities.withoutStanding(List.of(charity.id(), suspended.id()))).containsExactly(suspended);
	}

	private Collection<Charity> find(Set<Kind> kinds, Set<Field> fields, Set<String> regions) {
		return this.charities.registered(new Criteria(kinds, fields, regions), null, 10);
	}

	/** The view and the meetings as they are in the database, not as a test has them. */
	@Test
	void aSuspensionAtTheMomentOfSchedulingIsNeverMissed() throws Exception {
		CyclicBarrier start = new CyclicBarrier(2);
		try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
			for (int round = 0; round < 60; round++) {
				Charity charity = Fixtures.registered(Publisher.newId());
				Charity suspended = Fixtures.suspended(charity.id());
				this.charities.apply(List.of(charity));
				String id = Publisher.newId();
				Future<?> scheduler = threads.submit(() -> {
					start.await();
					return this.schedule.schedule(
							new Plan(Fixtures.details(), Fixtures.riyadh("2027-06-01T10:00:00"), 60,
									new Audience(List.of(charity.id()), Criteria.NONE), 1),
							CommandContext.of("test", id));
				});
				Future<?> handler = threads.submit(() -> {
					start.await();
					this.charities.apply(List.of(suspended));
					this.standing.onLostStanding(List.of(suspended.lostStanding().orElseThrow()), "test");
					return null;
				});
				scheduler.get();
				handler.get();
				// empty if the suspension came before the charity was looked up
				this.invitations.find(Invitation.id(id, charity.id())).ifPresent((invitation) -> {
					assertThat(invitation.isWithdrawn()).isTrue();
					assertThat(invitation.version()).as("withdrawn once").isEqualTo(2);
				});
			}
		}
	}

	private Charity known(String id) {
		return Optional.ofNullable(this.charities.findAll(List.of(id)).get(id)).orElseThrow();
	}

}
