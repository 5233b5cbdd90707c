package org.sharaka.chassis.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.event.Topics;
import org.sharaka.chassis.testing.ChildProcess;
import org.sharaka.chassis.testing.TestInfrastructure;
import org.sharaka.chassis.testing.PublishedEvents;

import static org.assertj.core.api.Assertions.assertThat;

class OutboxRelayCrashIT {

	private final String name = getClass().getSimpleName() + "-" + UUID.randomUUID().toString().substring(0, 8);

	private final OutboxFixture fixture = new OutboxFixture(this.name, Clock.systemUTC());

	private PublishedEvents published;

	@BeforeEach
	void createTopics() throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestInfrastructure.kafka()))) {
			admin.createTopics(new Topics(this.name + ".").toCreate("test", Set.of())).all().get();
		}
		this.published = new PublishedEvents(TestInfrastructure.kafka(), List.of(this.name + ".partnership.meetings"));
	}

	@AfterEach
	void close() {
		this.published.close();
		this.fixture.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "WRITE", "WRITE_UNDER_LEASE" })
	void afterTheWriteAndBeforeThePublish(String what) {
		assertThat(process(what).awaitEnd()).isEqualTo(9);
		Relay relay = relay();
		relay.start();
		awaitEmptyOutboxes();
		relay.stop();
		int expected = RelayProcess.AGGREGATES * RelayProcess.EVENTS;
		assertThat(events()).hasSize(expected);
		assertEachOnceInOrder(expected);
	}

	@Test
	void afterThePublishAndBeforeTheOutboxIsCleared() {
		for (int i = 0; i < RelayProcess.AGGREGATES; i++) {
			this.fixture.add(RelayProcess.EVENTS);
		}
		assertThat(process("DIE_AFTER_ACKNOWLEDGEMENT").awaitEnd()).isEqualTo(9);
		assertThat(events()).hasSizeGreaterThanOrEqualTo(10);
		Relay relay = relay();
		relay.start();
		awaitEmptyOutboxes();
		relay.stop();
		assertThat(events().size()).as("the window: what was published before the crash comes again")
			.isGreaterThan(RelayProcess.AGGREGATES * RelayProcess.EVENTS);
		assertEachOnceInOrder(RelayProcess.AGGREGATES * RelayProcess.EVENTS);
	}

	@Test
	void oneOfTwoRelaysIsKilledInTheMiddle() {
		try (ChildProcess first = process("PUBLISH"); ChildProcess second = process("PUBLISH")) {
			first.awaitLine("RUNNING");
			second.awaitLine("RUNNING");
			List<String> ids = new ArrayList<>();
			int events = 0;
			for (int i = 0; i < 200; i++) {
				if (i < 20) {
					ids.add(this.fixture.add(1));
				}
				else {
					this.fixture.change(ids.get(i % 20), 1);
				}
				events++;
				if (i == 100) {
					first.kill();
				}
			}
			awaitEmptyOutboxes();
			assertEachOnceInOrder(events);
		}
	}

	private ChildProcess process(String what) {
		return ChildProcess.start(RelayProcess.class.getName(), List.of(), what, TestInfrastructure.mongodbUri(),
				this.name, TestInfrastructure.kafka());
	}

	private Relay relay() {
		return this.fixture.relay(new KafkaBroker(Map.of("bootstrap.servers", TestInfrastructure.kafka())),
				RelayProcess.SETTINGS);
	}

	private void awaitEmptyOutboxes() {
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> this.fixture.aggregates.store().oldest().isEmpty());
	}

	private List<Event> events() {
		return this.published.events("meeting.scheduled");
	}

	/**
	 * What a consumer is left with that drops what it has seen: everything, once, in
	 * order.
	 */
	private void assertEachOnceInOrder(int expected) {
		Map<String, Set<Long>> sequences = new TreeMap<>();
		Set<String> ids = new HashSet<>();
		for (Event event : events()) {
			sequences.computeIfAbsent(String.valueOf(event.subject()), (subject) -> new LinkedHashSet<>())
				.add(event.sequence());
			ids.add(event.id());
		}
		assertThat(ids).hasSize(expected);
		sequences.forEach((subject, seen) -> assertThat(seen.stream().toList()).as(subject)
			.isEqualTo(LongStream.rangeClosed(1, seen.size()).boxed().collect(Collectors.toList())));
		assertThat(sequences.values().stream().mapToInt(Set::size).sum()).isEqualTo(expected);
	}

}
