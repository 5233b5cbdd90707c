package org.sharaka.chassis.outbox;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharaka.chassis.event.Topics;
import org.sharaka.chassis.testing.ChildProcess;
import org.sharaka.chassis.testing.PublishedEvents;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A broker in a process of its own is killed, stays away for a minute (several times as
 * long as a send may take), and comes back.
 */
@Tag("soak")
class OutboxRelayBrokerOutageIT {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	@TempDir
	private Path directory;

	@Test
	void publishesTheEventsOfTheOutageInOrderAfterIt() throws Exception {
		int port = freePort();
		Path settings = settings(port, freePort());
		run("kafka.tools.StorageTool", "format", "--standalone", "-t", Uuid.randomUuid().toString(), "-c",
				settings.toString());
		String name = "away-" + UUID.randomUUID().toString().substring(0, 8);
		AtomicInteger failures = new AtomicInteger();
		try (OutboxFixture fixture = new OutboxFixture(name, Clock.systemUTC());
				KafkaBroker kafka = new KafkaBroker(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
			Relay relay = fixture.relay((record) -> kafka.send(record).whenComplete((done, failure) -> {
				if (failure != null) {
					failures.incrementAndGet();
				}
			}));
			String id;
			try (ChildProcess broker = broker(settings)) {
				createTopics(port, name);
				relay.start();
				id = fixture.add(2);
				awaitEmpty(fixture);
				broker.kill();
			}
			long away = System.nanoTime();
			fixture.change(id, 2);
			Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> failures.get() >= 2);
			fixture.change(id, 1);
			String added = fixture.add(2);
			Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> System.nanoTime() - away > MINUTE.toNanos());
			try (ChildProcess back = broker(settings);
					PublishedEvents published = new PublishedEvents("127.0.0.1:" + port,
							List.of(name + ".partnership.meetings"))) {
				awaitEmpty(fixture);
				relay.stop();
				RawOrder raw = RawOrder.of(published);
				raw.assertNoneLostAndTheLatestLast(7);
				assertThat(raw.sequences()).containsOnlyKeys(id, added);
				back.kill();
			}
		}
	}

	private static void awaitEmpty(OutboxFixture fixture) {
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> fixture.aggregates.store().oldest().isEmpty());
	}

	private static ChildProcess broker(Path settings) {
		ChildProcess broker = ChildProcess.start("kafka.Kafka", List.of("-Xmx256m"), settings.toString());
		broker.awaitLine("Kafka Server started");
		return broker;
	}

	private static void run(String mainClass, String... arguments) {
		ChildProcess process = ChildProcess.start(mainClass, List.of(), arguments);
		assertThat(process.awaitEnd()).as(process.output()).isZero();
	}

	private static void createTopics(int port, String name) throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
			admin.createTopics(new Topics(name + ".").toCreate("test", Set.of())).all().get();
		}
	}

	private Path settings(int port, int controller) throws IOException {
		return Files.writeString(this.directory.resolve("server.properties"), """
				process.roles=broker,controller
				node.id=1
				listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
				advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
				controller.listener.names=CONTROLLER
				controller.quorum.bootstrap.servers=127.0.0.1:%2$d
				log.dirs=%3$s
				offsets.topic.replication.factor=1
				auto.create.topics.enable=false
				""".formatted(port, controller, this.directory.resolve("log")));
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
