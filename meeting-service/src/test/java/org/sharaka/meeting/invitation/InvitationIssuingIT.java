package org.sharaka.meeting.invitation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.command.CommandHandler;
import org.sharaka.chassis.event.Event;
import org.sharaka.meeting.charity.Audience;
import org.sharaka.meeting.charity.Charities;
import org.sharaka.meeting.charity.Charity;
import org.sharaka.meeting.charity.CharityStatus;
import org.sharaka.meeting.charity.Criteria;
import org.sharaka.meeting.charity.Field;
import org.sharaka.meeting.charity.Kind;
import org.sharaka.meeting.invitation.usecase.IssueInvitations;
import org.sharaka.meeting.invitation.usecase.WithdrawOnLostStanding;
import org.sharaka.meeting.meeting.Meetings;
import org.sharaka.meeting.testing.Api.Answer;
import org.sharaka.meeting.testing.Fixtures;
import org.sharaka.meeting.testing.Publisher;
import org.sharaka.meeting.testing.Requests;
import org.sharaka.meeting.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Large audiences. {@code -Dsharaka.test.audience=20000} measures a real one. */
class InvitationIssuingIT extends ServiceTest {

	private static final int AUDIENCE = Integer.getInteger("sharaka.test.audience", 2_500);

	private static final int CONNECTIONS = 16;

	@Autowired
	private Charities charities;

	@Autowired
	private Invitations invitations;

	@Autowired
	private IssuingRuns runs;

	@Autowired
	private Meetings meetings;

	@Autowired
	private CommandHandler<Invitation, InvitationEvent> handler;

	@Autowired
	private WithdrawOnLostStanding standing;

	@Test
	void invitesEachCharityOfALargeAudienceOnceAndTakesTheAnswersOfManyAtOnce() throws Exception {
		List<String> audience = register("BH-14", AUDIENCE);
		this.api.schedule(Requests.reception(audience.getFirst()));
		long start = System.nanoTime();
		Answer scheduled = this.api
			.schedule(Requests.meeting("2027-06-01T10:00", "Asia/Riyadh", "{\"regions\": [\"BH-14\"]}"));
		long answered = System.nanoTime();
		assertThat(scheduled.status()).as(scheduled.response().body()).isEqualTo(201);
		assertThat(scheduled.json().path("issuing").path("expected").intValue()).isEqualTo(AUDIENCE);
		String path = "/api/v1/meetings/" + scheduled.id();
		awaitDone(path);
		long issued = System.nanoTime();
		assertThat(this.api.get(path).json().path("invitations").path("PENDING").intValue()).isEqualTo(AUDIENCE);

		List<String> answering = audience.subList(0, Math.min(2_000, AUDIENCE));
		AtomicInteger next = new AtomicInteger();
		List<Callable<Set<Integer>>> callers = Stream.<Callable<Set<Integer>>>generate(() -> () -> {
			Set<Integer> statuses = new HashSet<>();
			for (int i = next.getAndIncrement(); i < answering.size(); i = next.getAndIncrement()) {
				statuses.add(this.api.answer(scheduled.id(), answering.get(i), "ACCEPTED").status());
			}
			return statuses;
		}).limit(CONNECTIONS).toList();
		try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
			for (Future<Set<Integer>> caller : threads.invokeAll(callers)) {
				assertThat(caller.get()).containsExactly(200);
			}
		}
		long done = System.nanoTime();
		assertThat(this.api.get(path).json().path("invitations").path("ACCEPTED").intValue())
			.isEqualTo(answering.size());
		List<Event> events = Awaitility.await()
			.atMost(Duration.ofMinutes(5))
			.until(() -> awaitEvents(scheduled.id(), 1), (all) -> all.size() >= 1 + AUDIENCE + answering.size());
		assertThat(events.stream().filter((event) -> shortType(event).equals("invitation.issued")).map(Event::subject))
			.hasSize(AUDIENCE)
			.doesNotHaveDuplicates();
		System.out.printf("%d invited: POST %d ms, issued after %d ms, %d answers in %d ms%n", AUDIENCE,
				millis(answered - start), millis(issued - start), answering.size(), millis(done - issued));
	}

	private static long millis(long nanos) {
		return nanos / 1_000_000;
	}

	private void awaitDone(String path) {
		Awaitility.await()
			.atMost(Duration.ofMinutes(3))
			.until(() -> this.api.get(path).json().path("issuing").path("status").stringValue(), "DONE"::equals);
	}

	@Test
	void resumesAfterACrashBetweenABatchAndItsProgress() {
		List<String> audience = register("BH-15", 1_200);
		// the first in the order of ids is in the first batch
		String meeting = this.api.schedule(Requests.reception(Collections.min(audience))).id();
		Instant now = Clock.systemUTC().instant();
		IssuingRun run = new IssuingRun(meeting + "/crashing", meeting,
				new Audience(List.of(), new Criteria(Set.of(), Set.of(), Set.of("BH-15"))), "test", Publisher.newId(),
				now, null, 1_200, 0, IssuingRun.Status.RUNNING);
		IssueInvitations crashing = new IssueInvitations(new CrashingRuns(), this.meetings, this.charities,
				this.invitations, this.handler, this.standing, Clock.systemUTC());
		assertThatIllegalStateException().isThrownBy(() -> crashing.issue(run));
		JsonNode half = this.api.get("/api/v1/meetings/" + meeting).json();
		assertThat(half.path("invitations").path("PENDING").intValue()).isEqualTo(1_000);

		this.runs.add(run);
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> this.api.get("/api/v1/meetings/" + meeting).json().path("issuing").path("issued").intValue(),
					Integer.valueOf(1 + 1_200)::equals);
		awaitDone("/api/v1/meetings/" + meeting);
		assertThat(awaitEvents(meeting, 1 + 1_200)).extracting(Event::subject).doesNotHaveDuplicates();
	}

	@Test
	void stopsWhenTheMeetingIsCancelled() {
		List<String> audience = register("BH-16", 300);
		String meeting = this.api.schedule(Requests.reception(audience.getFirst())).id();
		this.api.post("/api/v1/meetings/" + meeting + "/cancel", null);
		this.runs.add(new IssuingRun(meeting + "/late", meeting,
				new Audience(List.of(), new Criteria(Set.of(), Set.of(), Set.of("BH-16"))), "test", Publisher.newId(),
				Clock.systemUTC().instant(), null, 300, 0, IssuingRun.Status.RUNNING));
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.api.get("/api/v1/meetings/" + meeting)
				.json()
				.path("issuing")
				.path("status")
				.stringValue(), "CANCELLED"::equals);
		assertThat(this.api.get("/api/v1/meetings/" + meeting + "/invitations").json().path("items")).hasSize(1);
	}

	private List<String> register(String region, int count) {
		List<Charity> all = Stream.generate(Publisher::newId)
			.limit(count)
			.map((id) -> new Charity(id, CharityStatus.REGISTERED, new Kind("ASSOCIATION"), Set.of(new Field("D")),
					region, Fixtures.REASON, null, 2, Fixtures.NOW))
			.toList();
		this.charities.apply(all);
		return new ArrayList<>(all.stream().map(Charity::id).toList());
	}

	/** The process dies after a batch is written and before its progress is. */
	private static final class CrashingRuns implements IssuingRuns {

		@Override
		public boolean save(IssuingRun before, IssuingRun after, Instant until) {
			throw new IllegalStateException("crash");
		}

		@Override
		public void add(IssuingRun run) {
			throw new UnsupportedOperationException();
		}

		@Override
		public List<IssuingRun> progress(Collection<String> meetingIds) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Optional<IssuingRun> lease(String meetingId, Instant now, Instant until) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Optional<IssuingRun> leaseAny(Instant now, Instant until) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void removeOf(String meetingId) {
			throw new UnsupportedOperationException();
		}

	}

}
