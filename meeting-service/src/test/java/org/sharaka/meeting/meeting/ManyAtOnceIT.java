package org.sharaka.meeting.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.sharaka.chassis.event.Event;
import org.sharaka.meeting.charity.Charities;
import org.sharaka.meeting.charity.Charity;
import org.sharaka.meeting.testing.Api.Answer;
import org.sharaka.meeting.testing.Fixtures;
import org.sharaka.meeting.testing.Publisher;
import org.sharaka.meeting.testing.Requests;
import org.sharaka.meeting.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ManyAtOnceIT extends ServiceTest {

	private static final int MANY = 16;

	@Autowired
	private Charities charities;

	@Test
	void charitiesThatAnswerTheSameMeetingAllGetThrough() throws Exception {
		List<String> invited = invited(MANY);
		String meeting = this.api.schedule(Requests.reception(invited.toArray(String[]::new))).id();
		List<Answer> answers = atOnce(
				invited.stream().map((charity) -> answering(meeting, charity, "ACCEPTED")).toList());
		assertThat(answers).extracting(Answer::status).containsOnly(200);
		assertThat(answers).extracting((answer) -> answer.header("ETag")).doesNotHaveDuplicates();
		JsonNode now = this.api.get("/api/v1/meetings/" + meeting).json();
		assertThat(now.path("invitations").path("ACCEPTED").intValue()).isEqualTo(MANY);
		assertThat(now.path("version").intValue()).isEqualTo(1 + 2 * MANY);
		assertGapless(awaitEvents(meeting, 1 + 2 * MANY));
	}

	@Test
	void answersMovesAndACancellationHappenOneAfterTheOther() throws Exception {
		List<String> invited = invited(6);
		String meeting = this.api.schedule(Requests.reception(invited.toArray(String[]::new))).id();
		List<Callable<Answer>> commands = new ArrayList<>();
		invited.forEach((charity) -> commands.add(answering(meeting, charity, "ACCEPTED")));
		invited.forEach((charity) -> commands.add(answering(meeting, charity, "DECLINED")));
		IntStream.range(1, 4)
			.forEach((day) -> commands.add(() -> this.api.post("/api/v1/meetings/" + meeting + "/reschedule",
					Requests.move("2027-07-0" + day + "T10:00:00", "Asia/Riyadh"))));
		commands.add(() -> this.api.post("/api/v1/meetings/" + meeting + "/cancel", null));
		List<Answer> answers = atOnce(commands);
		assertThat(answers).extracting(Answer::status).containsOnly(200, 409);
		assertThat(answers.getLast().status()).isEqualTo(200);
		int version = this.api.get("/api/v1/meetings/" + meeting).json().path("version").intValue();
		List<Event> events = awaitEvents(meeting, version);
		assertGapless(events);
		assertThat(events).hasSize(version);
		assertThat(shortType(events.getLast())).isEqualTo("meeting.cancelled");
		assertThat(events.stream().filter((event) -> shortType(event).equals("meeting.cancelled"))).hasSize(1);
	}

	@Test
	void whoeverKnowsTheVersionWinsOnce() throws Exception {
		List<String> invited = invited(MANY);
		String meeting = this.api.schedule(Requests.reception(invited.toArray(String[]::new))).id();
		String version = "\"" + (1 + MANY) + "\"";
		List<Answer> answers = atOnce(invited.stream()
			.<Callable<Answer>>map(
					(charity) -> () -> this.api.answer(meeting, charity, "TENTATIVE", "If-Match", version))
			.toList());
		assertThat(answers.stream().filter((answer) -> answer.status() == 200)).hasSize(1);
		assertThat(answers.stream().filter((answer) -> answer.status() == 412)).hasSize(MANY - 1);
	}

	@Test
	void oneIdempotencyKeyMakesOneMeeting() throws Exception {
		String charity = invited(1).getFirst();
		List<Answer> answers = atOnce(Stream
			.generate(() -> (Callable<Answer>) () -> this.api.schedule(Requests.reception(charity), "Idempotency-Key",
					"once"))
			.limit(MANY)
			.toList());
		assertThat(answers).extracting(Answer::status).containsAnyOf(201).isSubsetOf(201, 409);
		Set<String> ids = answers.stream()
			.filter((answer) -> answer.status() == 201)
			.map(Answer::id)
			.collect(Collectors.toSet());
		assertThat(ids).hasSize(1);
		assertThat(this.api.get("/api/v1/meetings?charityId=" + charity).json().path("items")).hasSize(1);
		assertThat(awaitEvents(ids.iterator().next(), 2)).hasSize(2);
	}

	@Test
	void aThousandAreInvitedInOneGoAndAFewTooManyAreNot() {
		List<Charity> thousand = Stream.generate(() -> Fixtures.registered(Publisher.newId())).limit(1_000).toList();
		this.charities.learn(thousand);
		List<String> ids = thousand.stream().map(Charity::id).toList();
		Answer scheduled = this.api.schedule(Requests.reception(ids.toArray(String[]::new)));
		assertThat(scheduled.json().path("invitations").path("PENDING").intValue()).isEqualTo(1_000);
		assertGapless(awaitEvents(scheduled.id(), 1_001));
		List<String> tooMany = Stream.generate(Publisher::newId).limit(5_001).toList();
		assertThat(this.api.schedule(Requests.reception(tooMany.toArray(String[]::new))).errors())
			.containsExactly("/invite/charities too-many");
	}

	private List<String> invited(int count) {
		List<Charity> all = Stream.generate(() -> Fixtures.registered(Publisher.newId())).limit(count).toList();
		this.charities.learn(all);
		return all.stream().map(Charity::id).toList();
	}

	private Callable<Answer> answering(String meeting, String charity, String status) {
		return () -> this.api.answer(meeting, charity, status);
	}

	private static void assertGapless(List<Event> events) {
		assertThat(events).extracting(Event::sequence)
			.containsExactlyElementsOf(LongStream.rangeClosed(1, events.size()).boxed().toList());
	}

	private static List<Answer> atOnce(List<Callable<Answer>> commands) throws Exception {
		CyclicBarrier start = new CyclicBarrier(commands.size());
		try (ExecutorService threads = Executors.newFixedThreadPool(commands.size())) {
			List<Future<Answer>> started = commands.stream().map((command) -> threads.submit(() -> {
				start.await();
				return command.call();
			})).toList();
			List<Answer> answers = new ArrayList<>();
			for (Future<Answer> one : started) {
				answers.add(one.get());
			}
			return answers;
		}
	}

}
