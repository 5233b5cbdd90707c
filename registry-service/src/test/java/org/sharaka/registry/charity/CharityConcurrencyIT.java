package org.sharaka.registry.charity;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.testing.PublishedEvents;
import org.sharaka.chassis.testing.ServiceIntegrationTest;
import org.sharaka.registry.Applications;
import org.sharaka.registry.RegistryApi;
import org.sharaka.registry.RegistryApi.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharaka.registry.charity.CharityFixtures.NOW;

@ServiceIntegrationTest
class CharityConcurrencyIT {

	private static final int CALLERS = 8;

	@LocalServerPort
	int port;

	@Autowired
	RegistrationNumbers numbers;

	private static final JurisdictionProfile BAHRAIN = JurisdictionProfiles.standard().at("BH", NOW);

	RegistryApi api;

	@BeforeEach
	void connect() {
		this.api = new RegistryApi(this.port);
	}

	@Test
	void concurrentApprovalsGiveOneNumberAndOneEvent() throws Exception {
		String id = this.api.apply(Applications.association()).id();
		List<Answer> answers = race(CALLERS, (caller) -> this.api.decide(id, "APPROVE"));
		assertThat(answers.stream().filter((answer) -> answer.status() == 200)).hasSize(1);
		assertThat(answers.stream().filter((answer) -> answer.status() == 409)).hasSize(CALLERS - 1)
			.allMatch((answer) -> answer.problem().equals("decision-not-allowed"));
		assertThat(this.api.get("/api/v1/charities/" + id).json().path("version").asInt()).isEqualTo(3);
		try (PublishedEvents published = PublishedEvents.of(getClass(), "partnership.charities")) {
			published.await("charity.registered", (event) -> id.equals(event.subject()));
			this.api.decide(id, "SUSPEND");
			// comes after all that the approvals may have left
			published.await("charity.suspended", (event) -> id.equals(event.subject()));
			List<Event> registered = published.events("charity.registered")
				.stream()
				.filter((event) -> id.equals(event.subject()))
				.toList();
			assertThat(registered).hasSize(1);
		}
	}

	@Test
	void manyCharitiesApprovedAtOnceGetNumbersOfTheirOwn() throws Exception {
		List<String> ids = IntStream.range(0, 3 * CALLERS)
			.mapToObj((number) -> this.api.apply(Applications.association("جمعية " + number)).id())
			.toList();
		List<Answer> answers = race(ids.size(), (caller) -> this.api.decide(ids.get(caller), "APPROVE"));
		assertThat(answers.stream().map((answer) -> answer.json().path("registrationNumber").asString()))
			.allMatch((number) -> number.startsWith("SA-"))
			.doesNotHaveDuplicates();
	}

	@Test
	void concurrentCallersGetOneNumberForOneCharity() throws Exception {
		List<String> given = race(CALLERS, (caller) -> this.numbers.of("one-charity", BAHRAIN, NOW));
		assertThat(given).hasSize(CALLERS).containsOnly(given.getFirst());
		List<String> others = race(CALLERS, (caller) -> this.numbers.of("charity-" + caller, BAHRAIN, NOW));
		assertThat(others).doesNotHaveDuplicates().doesNotContain(given.getFirst());
	}

	@Test
	void ofTwoChangesOfTheSameVersionOneFails() throws Exception {
		for (int round = 0; round < 10; round++) {
			Answer registered = this.api.registered(Applications.association());
			String path = "/api/v1/charities/" + registered.id();
			List<String> fields = List.of("B", "C");
			List<Answer> answers = race(2, (caller) -> this.api.patch(path,
					"{\"fields\": [\"" + fields.get(caller) + "\"]}", "If-Match", registered.header("ETag")));
			assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 412);
			assertThat(this.api.get(path).json().path("version").asInt()).isEqualTo(4);
		}
	}

	@Test
	void changesWithoutAPreconditionAreAllMade() throws Exception {
		String path = "/api/v1/charities/" + this.api.registered(Applications.association()).id();
		List<Answer> answers = race(CALLERS,
				(caller) -> this.api.patch(path, "{\"name\": {\"ar\": \"جمعية " + caller + "\"}}"));
		assertThat(answers).allMatch((answer) -> answer.status() == 200);
		assertThat(this.api.get(path).json().path("version").asInt()).isEqualTo(3 + CALLERS);
		assertThat(this.api.get(path + "/history").json().path("items").size()).isEqualTo(3 + CALLERS);
	}

	private interface Call<T> {

		T by(int caller) throws Exception;

	}

	private static <T> List<T> race(int callers, Call<T> call) throws Exception {
		CyclicBarrier start = new CyclicBarrier(callers);
		List<Callable<T>> tasks = new ArrayList<>();
		for (int caller = 0; caller < callers; caller++) {
			int number = caller;
			tasks.add(() -> {
				start.await();
				return call.by(number);
			});
		}
		try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
			List<T> answers = new ArrayList<>();
			for (Future<T> future : threads.invokeAll(tasks)) {
				answers.add(future.get());
			}
			return answers;
		}
	}

}
