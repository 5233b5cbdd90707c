package org.sharaka.chassis.outbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.awaitility.Awaitility;

/**
 * A process to be killed. Arguments: what to do ({@code WRITE}: write 20 aggregates with
 * 3 events each, and die; {@code WRITE_UNDER_LEASE}: the same while a relay runs that has
 * sent nothing yet; {@code PUBLISH}: publish until killed;
 * {@code DIE_AFTER_ACKNOWLEDGEMENT}: publish, and die when the broker has acknowledged 10
 * events; {@code PAUSE_BEFORE_FIFTH}: publish, but before an event with the sequence 5 is
 * sent print SENDING and wait for a file), database address, database, broker, file.
 */
final class RelayProcess {

	static final Relay.Settings SETTINGS = new Relay.Settings(50, Duration.ofMillis(50), Duration.ofSeconds(22),
			Duration.ofMillis(200));

	static final int AGGREGATES = 20;

	static final int EVENTS = 3;

	private RelayProcess() {
	}

	private static void writeAndDie(OutboxFixture fixture) {
		for (int i = 0; i < AGGREGATES; i++) {
			fixture.add(EVENTS);
		}
		Runtime.getRuntime().halt(9);
	}

	public static void main(String[] args) throws Exception {
		OutboxFixture fixture = new OutboxFixture(args[1], args[2], Clock.systemUTC());
		switch (args[0]) {
			case "WRITE" -> writeAndDie(fixture);
			case "WRITE_UNDER_LEASE" -> {
				fixture.relay((record) -> new CompletableFuture<>(), SETTINGS).start();
				writeAndDie(fixture);
			}
			case "PUBLISH" -> fixture.relay(new KafkaBroker(Map.of("bootstrap.servers", args[3])), SETTINGS).start();
			case "DIE_AFTER_ACKNOWLEDGEMENT" -> {
				KafkaBroker kafka = new KafkaBroker(Map.of("bootstrap.servers", args[3]));
				CountDownLatch left = new CountDownLatch(10);
				fixture.relay((record) -> kafka.send(record).thenRun(() -> {
					left.countDown();
					if (left.getCount() == 0) {
						Runtime.getRuntime().halt(9);
					}
				}), SETTINGS).start();
			}
			case "PAUSE_BEFORE_FIFTH" -> {
				KafkaBroker kafka = new KafkaBroker(Map.of("bootstrap.servers", args[3]));
				fixture.relay((record) -> {
					if (RecordingBroker.header(record, "ce_sequence").equals("5")) {
						System.out.println("SENDING");
						Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(Path.of(args[4])));
					}
					return kafka.send(record);
				}, SETTINGS).start();
			}
			default -> throw new IllegalArgumentException(args[0]);
		}
		System.out.println("RUNNING");
		new CountDownLatch(1).await();
	}

}
