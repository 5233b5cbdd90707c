package org.sharaka.chassis.outbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharaka.chassis.event.CloudEvents;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.event.Topics;
import org.sharaka.chassis.testing.ChildProcess;
import org.sharaka.chassis.testing.PublishedEvents;
import org.sharaka.chassis.testing.TestInfrastructure;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process is stopped with SIGSTOP between the check of its lease and the send, and
 * continues when another relay has published newer events of the aggregate. Looks at the
 * raw order of the records in the topic.
 */
@Tag("soak")
class OutboxRelayFencingIT {

	@TempDir
	private Path directory;

	@Test
	void theLastRecordIsTheLatestStateAfterAStaleOneHasLanded() throws Exception {
		String name = "fencing-" + UUID.randomUUID().toString().substring(0, 8);
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestInfrastructure.kafka()))) {
			admin.createTopics(new Topics(name + ".").toCreate("test", Set.of())).all().get();
		}
		Path go = this.directory.resolve("go");
		try (OutboxFixture fixture = new OutboxFixture(name, Clock.systemUTC());
				PublishedEvents published = new PublishedEvents(TestInfrastructure.kafka(),
						List.of(name + ".partnership.meetings"));
				ChildProcess stale = ChildProcess.start(RelayProcess.class.getName(), List.of(), "PAUSE_BEFORE_FIFTH",
						TestInfrastructure.mongodbUri(), name, TestInfrastructure.kafka(), go.toString())) {
			stale.awaitLine("RUNNING");
			String id = fixture.add(5);
			stale.awaitLine("SENDING");
			stale.suspend();
			fixture.change(id, 1);
			Relay other = fixture.relay(new KafkaBroker(Map.of("bootstrap.servers", TestInfrastructure.kafka())),
					RelayProcess.SETTINGS);
			other.start();
			Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> fixture.aggregates.store().oldest().isEmpty());
			assertThat(sequences(published)).containsExactly(1L, 2L, 3L, 4L, 1L, 2L, 3L, 4L, 5L, 6L);
			Files.createFile(go);
			stale.resume();
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.until(() -> sequences(published).stream().filter((sequence) -> sequence == 5).count() == 2);
			Awaitility.await("the latest state is published again")
				.atMost(Duration.ofSeconds(20))
				.until(() -> sequences(published).getLast() == 6);
			other.stop();
			List<Event> events = published.records().stream().map(CloudEvents::read).toList();
			assertThat(events.getLast().id()).as("the same event").isEqualTo(events.get(9).id());
			stale.kill();
		}
	}

	private static List<Long> sequences(PublishedEvents published) {
		return published.records().stream().map(CloudEvents::read).map(Event::sequence).toList();
	}

}
