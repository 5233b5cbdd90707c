package org.sharaka.chassis.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.event.Topics;
import org.sharaka.chassis.testing.ChildProcess;
import org.sharaka.chassis.testing.TestInfrastructure;
import org.sharaka.chassis.testing.PublishedEvents;

import static org.assertj.core.api.Assertions.assertThat;

/** Processes are killed before, while and after they publish. */
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

	@Test
	void publishesWhatAProcessWroteBeforeItDied() {
		publishesAfterDeathOf("WRITE");
	}

	@Test
	@Tag("soak")
	void publishesWhatAProcessWroteUnderALeaseBeforeItDied() {
		publishesAfterDeathOf("WRITE_UNDER_LEASE");
	}

	private void publishesAfterDeathOf(String process) {
		assertThat(process(process).awaitEnd()).isEqualTo(9);
		Relay relay = relay();
		relay.start();
		awaitEmptyOutboxes();
		relay.stop();
		RawOrder.of(this.published).assertEachOnceInOrder(RelayProcess.AGGREGATES * RelayProcess.EVENTS);
	}

	@Test
	@Tag("soak")
	void publishesAgainWhatADeadProcessPublishedAndDidNotSettle() {
		for (int i = 0; i < RelayProcess.AGGREGATES; i++) {
			this.fixture.add(RelayProcess.EVENTS);
		}
		assertThat(process("DIE_AFTER_ACKNOWLEDGEMENT").awaitEnd()).isEqualTo(9);
		assertThat(RawOrder.of(this.published).records()).isGreaterThanOrEqualTo(10);
		Relay relay = relay();
		relay.start();
		awaitEmptyOutboxes();
		relay.stop();
		int events = RelayProcess.AGGREGATES * RelayProcess.EVENTS;
		RawOrder.of(this.published).assertNoneLostAndTheLatestLast(events);
		assertThat(RawOrder.of(this.published).records()).as("what was published before the crash comes again")
			.isGreaterThan(events);
	}

	@Test
	@Tag("soak")
	void losesNothingWhenOneOfTwoProcessesIsKilled() {
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
			RawOrder.of(this.published).assertNoneLostAndTheLatestLast(events);
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

}
