package org.sharaka.chassis.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.command.VersionConflictException;
import org.sharaka.chassis.testing.TestInfrastructure;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OutboxRelayIT {

	private final MovableClock clock = new MovableClock();

	private final OutboxFixture fixture = new OutboxFixture(TestInfrastructure.uniqueName(getClass()), this.clock);

	private final RecordingBroker broker = new RecordingBroker();

	private final Relay relay = this.fixture.relay(this.broker);

	@AfterEach
	void close() {
		this.fixture.aggregates.collection().drop();
		this.fixture.close();
	}

	@Test
	void publishesEventsInOrderAndClearsTheOutbox() {
		String id = this.fixture.add(3);
		this.fixture.change(id, 2);
		this.relay.publishOnce();
		assertThat(this.broker.sequences()).containsEntry(id, List.of(1L, 2L, 3L, 4L, 5L));
		Document document = this.fixture.aggregates.find(id).orElseThrow();
		assertThat(document).doesNotContainKeys("outbox", "outboxSince", "outboxBytes", "lease");
		assertThat(AggregateCollection.versionOf(document)).isEqualTo(5);
		this.relay.publishOnce();
		assertThat(this.broker.records()).hasSize(5);
	}

	@Test
	void publishesCloudEventsInBinaryMode() {
		String id = this.fixture.add(1);
		this.relay.publishOnce();
		var record = this.broker.records().getFirst();
		assertThat(record.topic()).endsWith(".partnership.meetings");
		assertThat(new String(record.value(), StandardCharsets.UTF_8)).isEqualTo("{\"name\":\"لقاء\"}");
		assertThat(RecordingBroker.header(record, "ce_specversion")).isEqualTo("1.0");
		assertThat(RecordingBroker.header(record, "ce_source")).isEqualTo("/test");
		assertThat(RecordingBroker.header(record, "ce_type")).isEqualTo(OutboxFixture.TYPE);
		assertThat(RecordingBroker.header(record, "ce_subject")).isEqualTo(id);
		assertThat(RecordingBroker.header(record, "ce_time")).isEqualTo("2026-11-22T08:00:00Z");
		assertThat(RecordingBroker.header(record, "ce_dataschema")).isEqualTo("urn:sharaka:schema:meeting.scheduled:1");
		assertThat(RecordingBroker.header(record, "content-type")).isEqualTo("application/json");
	}

	@Test
	void stopsAnAggregateAtItsFirstFailureAndPublishesTheOthers() {
		String stuck = this.fixture.add(3);
		String fine = this.fixture.add(2);
		this.broker.refuses(
				(record) -> record.key().equals(stuck) && RecordingBroker.header(record, "ce_sequence").equals("2"));
		this.relay.publishOnce();
		assertThat(this.broker.sequences()).containsEntry(stuck, List.of(1L)).containsEntry(fine, List.of(1L, 2L));
		this.fixture.change(stuck, 1);
		this.broker.refuses((record) -> false);
		this.clock.advance(OutboxFixture.SETTINGS.pauseAfterFailure().plusMillis(1));
		this.relay.publishOnce();
		assertThat(this.broker.sequences()).containsEntry(stuck, List.of(1L, 2L, 3L, 4L));
	}

	@Test
	void publishesAChangeThatIsMadeWhileItPublishes() {
		String id = this.fixture.add(2);
		AtomicInteger sent = new AtomicInteger();
		Relay interrupted = this.fixture.relay((record) -> {
			if (sent.incrementAndGet() == 1) {
				this.fixture.change(id, 1);
			}
			return this.broker.send(record);
		});
		interrupted.publishOnce();
		assertThat(this.broker.sequences()).containsEntry(id, List.of(1L, 2L, 3L));
	}

	@Test
	void takesOverFromADeadRelayWhenItsLeaseExpires() {
		String id = this.fixture.add(1);
		OutboxStore dead = this.fixture.aggregates.store();
		Lease lease = new Lease("dead", this.clock.instant().plus(OutboxFixture.SETTINGS.lease()));
		assertThat(dead.claim(lease, 10, Long.MAX_VALUE, this.clock.instant())).hasSize(1);
		this.relay.publishOnce();
		assertThat(this.broker.records()).isEmpty();
		this.clock.advance(OutboxFixture.SETTINGS.lease().plusSeconds(1));
		this.relay.publishOnce();
		assertThat(this.broker.sequences()).containsEntry(id, List.of(1L));
	}

	@Test
	void publishesUnderTheLeaseThatTheWriteHasAcquired() {
		Relay patient = this.fixture.relay(this.broker, new Relay.Settings(50, Duration.ofHours(1),
				OutboxFixture.SETTINGS.lease(), OutboxFixture.SETTINGS.pauseAfterFailure()));
		patient.start();
		Awaitility.await().until(() -> this.fixture.commands.contains("find"));
		this.fixture.commands.clear();
		String id = this.fixture.ids.newId();
		this.fixture.aggregates.add(id, new Document(), OutboxFixture.newEvents(2), OutboxFixture.command("a"));
		awaitCommands(3);
		this.fixture.aggregates.save(id, 2, new Document("state", 1), OutboxFixture.newEvents(1),
				OutboxFixture.command("b"));
		awaitCommands(6);
		patient.stop();
		assertThat(this.broker.sequences()).containsEntry(id, List.of(1L, 2L, 3L));
		assertThat(this.fixture.commands).as("nothing was looked for")
			.containsExactly("insert", "insert", "update", "findAndModify", "insert", "update");
		assertThat(this.fixture.aggregates.find(id).orElseThrow()).doesNotContainKeys("outbox", "outboxSince",
				"outboxBytes", "lease");
	}

	private void awaitCommands(int commands) {
		Awaitility.await().until(() -> this.fixture.commands.size() >= commands);
	}

	@Test
	void leavesALeaseToItsHolderOnWriteEvenIfItExpired() {
		Relay patient = this.fixture.relay(this.broker);
		String id = this.fixture.add(1);
		OutboxStore dead = this.fixture.aggregates.store();
		Lease lease = new Lease("dead", this.clock.instant().plus(OutboxFixture.SETTINGS.lease()));
		assertThat(dead.claim(lease, 10, Long.MAX_VALUE, this.clock.instant())).hasSize(1);
		patient.start();
		this.fixture.change(id, 1);
		assertThat(lease.isHeldIn(this.fixture.aggregates.find(id).orElseThrow())).isTrue();
		patient.stop();
		this.clock.advance(OutboxFixture.SETTINGS.lease().plusSeconds(1));
		this.fixture.change(id, 1);
		assertThat(lease.isHeldIn(this.fixture.aggregates.find(id).orElseThrow())).isTrue();
		this.relay.publishOnce();
		assertThat(this.broker.sequences()).containsEntry(id, List.of(1L, 2L, 3L));
	}

	@Test
	void publishesOthersWhileOneAggregateIsSlow() {
		CompletableFuture<Void> released = new CompletableFuture<>();
		String slow = this.fixture.add(2);
		String quick = this.fixture.add(1);
		Relay relay = this.fixture.relay((record) -> record.key().equals(slow)
				? released.thenCompose((go) -> this.broker.send(record)) : this.broker.send(record));
		relay.start();
		Awaitility.await().until(() -> !this.fixture.aggregates.find(quick).orElseThrow().containsKey("outbox"));
		assertThat(this.broker.sequences()).containsOnlyKeys(quick);
		released.complete(null);
		Awaitility.await().until(() -> this.broker.records().size() == 3);
		relay.stop();
	}

	@Test
	void renewsItsLeaseBeforeItIsTooShortForAnotherSend() {
		String id = this.fixture.add(3);
		Relay slow = this.fixture.relay((record) -> {
			this.clock.advance(Duration.ofSeconds(7));
			return this.broker.send(record);
		});
		slow.publishOnce();
		assertThat(this.broker.sequences()).containsEntry(id, List.of(1L, 2L, 3L));
	}

	/** The process with the slow clock acquires leases that expire before the others'. */
	@Test
	void takesNoLeaseAwayWhenClocksDiffer() {
		MovableClock slow = new MovableClock();
		slow.advance(OutboxPublication.MAX_CLOCK_SKEW.negated());
		List<Relay> relays = new ArrayList<>();
		CompletableFuture<Void> never = new CompletableFuture<>();
		try (OutboxFixture elsewhere = new OutboxFixture(this.fixture.database, slow)) {
			for (OutboxFixture process : List.of(this.fixture, elsewhere)) {
				relays.add(process.relay((record) -> {
					this.broker.send(record);
					return never;
				}));
				relays.getLast().start();
			}
			String id = this.fixture.add(1);
			elsewhere.change(id, 1);
			Awaitility.await().until(() -> !this.broker.records().isEmpty());
			assertThat(elsewhere.relayOfThisProcess().lease()).isPresent();
			String other = elsewhere.add(1);
			this.fixture.change(other, 1);
			Awaitility.await().until(() -> this.broker.records().size() >= 2);
			assertThat(this.broker.sequences()).containsEntry(id, List.of(1L)).containsEntry(other, List.of(1L));
			never.completeExceptionally(new IllegalStateException("the broker is away"));
			relays.forEach(Relay::stop);
		}
	}

	@Test
	void leavesHalfOfThePlacesToAggregatesThatHaveNotFailed() {
		for (int i = 0; i < 3 * OutboxFixture.SETTINGS.batch(); i++) {
			this.fixture.add(1);
		}
		this.broker.refuses((record) -> true);
		for (int i = 0; i < 3; i++) {
			this.relay.publishOnce();
		}
		this.broker.refuses((record) -> false);
		String healthy = this.fixture.add(1);
		this.clock.advance(OutboxFixture.SETTINGS.pauseAfterFailure().plusMillis(1));
		this.relay.publishOnce();
		assertThat(this.broker.sequences()).containsKey(healthy).hasSize(1 + OutboxFixture.SETTINGS.batch() / 2);
	}

	@Test
	void releasesTheRestOfALongOutboxWhenItStops() {
		CompletableFuture<Void> first = new CompletableFuture<>();
		String id = this.fixture.add(3);
		Relay stopping = this.fixture.relay((record) -> {
			CompletionStage<?> sent = this.broker.send(record);
			return first.thenCompose((go) -> sent);
		});
		stopping.start();
		Awaitility.await().until(() -> this.broker.records().size() == 1);
		Thread stop = Thread.startVirtualThread(stopping::stop);
		Awaitility.await().until(() -> !stopping.isRunning());
		first.complete(null);
		Awaitility.await().until(() -> !stop.isAlive());
		assertThat(this.broker.sequences()).containsEntry(id, List.of(1L));
		this.relay.publishOnce();
		assertThat(this.broker.sequences()).containsEntry(id, List.of(1L, 2L, 3L));
	}

	@Test
	void publishesEachEventOnceAndInOrderFromTwoProcesses() throws Exception {
		int aggregates = 40;
		int changes = 25;
		List<String> ids = new ArrayList<>();
		for (int i = 0; i < aggregates; i++) {
			ids.add(this.fixture.add(1));
		}
		OutboxFixture elsewhere = new OutboxFixture(this.fixture.database, this.clock);
		Relay other = elsewhere.relay(this.broker);
		this.relay.start();
		other.start();
		CountDownLatch go = new CountDownLatch(1);
		try (ExecutorService commands = Executors.newFixedThreadPool(4)) {
			List<Future<?>> done = new ArrayList<>();
			for (int thread = 0; thread < 4; thread++) {
				OutboxFixture process = (thread % 2 == 0) ? this.fixture : elsewhere;
				done.add(commands.submit(() -> {
					go.await();
					for (int i = 0; i < changes * aggregates / 4; i++) {
						changeInARace(process, ids.get(ThreadLocalRandom.current().nextInt(aggregates)));
					}
					return null;
				}));
			}
			go.countDown();
			for (Future<?> one : done) {
				one.get();
			}
		}
		int expected = aggregates + changes * aggregates;
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> this.broker.records().size() >= expected);
		this.relay.stop();
		other.stop();
		elsewhere.close();
		assertThat(this.broker.records()).hasSize(expected);
		this.broker.sequences()
			.forEach((id, sequences) -> assertThat(sequences).as(id)
				.containsExactlyElementsOf(LongStream.rangeClosed(1, sequences.size()).boxed().toList()));
	}

	private void changeInARace(OutboxFixture process, String id) {
		while (true) {
			try {
				process.change(id, 1);
				return;
			}
			catch (VersionConflictException again) {
				// another thread was faster
			}
		}
	}

	@Test
	void publishesNothingForAChangeOfAnotherVersion() {
		String id = this.fixture.add(1);
		this.fixture.change(id, 1);
		assertThatThrownBy(() -> this.fixture.aggregates.save(id, 1, new Document("state", 99),
				OutboxFixture.newEvents(1), OutboxFixture.command("stale")))
			.isInstanceOf(VersionConflictException.class);
		this.relay.publishOnce();
		assertThat(this.broker.sequences()).containsEntry(id, List.of(1L, 2L));
	}

	@Test
	void refusesAnEventThatKafkaWouldRefuse() {
		String id = this.fixture.ids.newId();
		var data = JsonMapper.shared().createObjectNode().put("text", "ن".repeat(Outbox.MAX_EVENT_BYTES));
		assertThatThrownBy(() -> this.fixture.aggregates.add(id, new Document(),
				List.of(new NewEvent(OutboxFixture.TYPE, data)), OutboxFixture.command("large")))
			.hasMessageContaining("could never be published");
		assertThat(this.fixture.aggregates.find(id)).isEmpty();
	}

	@Test
	void publishesTheInsertionsOfABulkThatSucceeded() {
		String there = this.fixture.add(1);
		String fresh = this.fixture.ids.newId();
		var written = this.fixture.aggregates
			.bulk(List.of(this.fixture.insertion(there), this.fixture.insertion(fresh)));
		assertThat(written.inserted()).isEqualTo(1);
		this.relay.publishOnce();
		assertThat(this.broker.sequences()).containsEntry(there, List.of(1L)).containsEntry(fresh, List.of(1L));
	}

	/**
	 * The relay checks its lease, is held up until the lease has expired and another
	 * relay has published everything, and only then sends.
	 */
	@Test
	void publishesTheLatestStateAgainAfterARecordThatWasSentWithoutALease() {
		String id = this.fixture.add(5);
		OutboxFixture elsewhere = new OutboxFixture(this.fixture.database, this.clock);
		Relay other = elsewhere.relay(this.broker);
		AtomicInteger fives = new AtomicInteger();
		Relay heldUp = this.fixture.relay((record) -> {
			if (RecordingBroker.header(record, "ce_sequence").equals("5") && fives.incrementAndGet() == 1) {
				this.clock.advance(OutboxFixture.SETTINGS.lease().plusSeconds(1));
				elsewhere.change(id, 1);
				other.publishOnce();
			}
			return this.broker.send(record);
		});
		heldUp.publishOnce();
		assertThat(this.broker.sequencesOf(id)).containsExactly(1L, 2L, 3L, 4L, 1L, 2L, 3L, 4L, 5L, 6L, 5L);
		assertThat(this.fixture.meters.counter("sharaka.outbox.late").count()).isOne();
		other.publishOnce();
		assertThat(this.broker.sequencesOf(id)).endsWith(5L, 6L).hasSize(12);
		assertThat(RecordingBroker.header(this.broker.records().getLast(), "ce_id"))
			.isEqualTo(RecordingBroker.header(this.broker.records().get(9), "ce_id"));
		other.publishOnce();
		assertThat(this.broker.records()).as("once is enough").hasSize(12);
		assertThat(this.fixture.aggregates.find(id).orElseThrow()).doesNotContainKeys("outbox", "lease");
		elsewhere.close();
	}

	@Test
	void doesNotTakeAwayTheLeaseOfTheRelayThatHasTakenOver() {
		String id = this.fixture.add(1);
		OutboxFixture elsewhere = new OutboxFixture(this.fixture.database, this.clock);
		CompletableFuture<Void> released = new CompletableFuture<>();
		Relay other = elsewhere.relay((record) -> released.thenCompose((go) -> this.broker.send(record)));
		Relay heldUp = this.fixture.relay((record) -> {
			this.clock.advance(OutboxFixture.SETTINGS.lease().plusSeconds(1));
			other.start();
			Awaitility.await().until(() -> elsewhere.commands.contains("update"));
			return this.broker.send(record);
		});
		String before = Lease.claimIn(this.fixture.aggregates.find(id).orElseThrow());
		heldUp.publishOnce();
		assertThat(Lease.claimIn(this.fixture.aggregates.find(id).orElseThrow())).isNotEmpty().isNotEqualTo(before);
		released.complete(null);
		Awaitility.await().until(() -> this.broker.sequencesOf(id).size() >= 2);
		other.stop();
		elsewhere.close();
	}

	@Test
	void addsEventsOfWritesToThePublicationInFlight() {
		CompletableFuture<Void> released = new CompletableFuture<>();
		Relay patient = this.fixture.relay((record) -> released.thenCompose((go) -> this.broker.send(record)),
				new Relay.Settings(50, Duration.ofHours(1), OutboxFixture.SETTINGS.lease(),
						OutboxFixture.SETTINGS.pauseAfterFailure()));
		patient.start();
		Awaitility.await().until(() -> this.fixture.commands.contains("find"));
		String id = this.fixture.add(1);
		this.fixture.change(id, 1);
		this.fixture.change(id, 2);
		this.fixture.commands.clear();
		released.complete(null);
		Awaitility.await().until(() -> !this.fixture.aggregates.find(id).orElseThrow().containsKey("outbox"));
		patient.stop();
		assertThat(this.broker.sequencesOf(id)).containsExactly(1L, 2L, 3L, 4L);
		assertThat(this.fixture.commands.stream().filter((command) -> !command.equals("find")))
			.as("one settlement for all")
			.containsExactly("insert", "update");
	}

	@Test
	void publishesWithoutEndWhileAnAggregateIsChangedWithoutEnd() {
		Relay relay = this.fixture.relay(this.broker);
		relay.start();
		String id = this.fixture.add(1);
		for (int i = 0; i < 3 * OutboxPublication.MAX_ACKNOWLEDGED; i++) {
			this.fixture.change(id, 1);
		}
		Awaitility.await().until(() -> !this.fixture.aggregates.find(id).orElseThrow().containsKey("outbox"));
		relay.stop();
		assertThat(this.broker.sequencesOf(id)).containsExactlyElementsOf(
				LongStream.rangeClosed(1, 1 + 3 * OutboxPublication.MAX_ACKNOWLEDGED).boxed().toList());
	}

	@Test
	void skipsAMalformedOutboxAndPublishesTheOthers() {
		String malformed = this.fixture.add(1);
		this.fixture.aggregates.collection()
			.updateOne(new Document("_id", malformed), new Document("$set", new Document("outbox", List.of("broken"))));
		String fine = this.fixture.add(1);
		this.relay.publishOnce();
		assertThat(this.broker.sequences()).containsOnlyKeys(fine);
		assertThat(this.fixture.meters.get("sharaka.outbox.malformed").gauge().value()).isOne();
	}

	@Test
	void refusesAWriteWhenTheOutboxIsFullAndAcceptsItWhenTheEventsArePublished() {
		Document data = new Document("text", "x".repeat(800 * 1024));
		String id = this.fixture.add(1);
		int written = 0;
		while (!refused(id, written, data)) {
			written++;
		}
		assertThat(written).isBetween(8, 12);
		this.relay.publishOnce();
		assertThat(refused(id, written, data)).isFalse();
	}

	private boolean refused(String id, int written, Document data) {
		try {
			this.fixture.aggregates.save(id, 1 + written, new Document("state", 1),
					List.of(new NewEvent(OutboxFixture.TYPE, JsonMapper.shared().readTree(data.toJson()))),
					OutboxFixture.command("c" + written));
			return false;
		}
		catch (OutboxFullException ex) {
			return true;
		}
	}

	@Test
	void claimsNoMoreBytesThanAllowedButAlwaysOneAggregate() {
		this.fixture.add(2);
		this.fixture.add(2);
		Lease lease = new Lease("small", this.clock.instant().plus(OutboxFixture.SETTINGS.lease()));
		assertThat(this.fixture.aggregates.store().claim(lease, 10, 1, this.clock.instant())).hasSize(1);
	}

	@Test
	void survivesAnError() {
		AtomicInteger sent = new AtomicInteger();
		Relay relay = this.fixture.relay((record) -> {
			if (sent.incrementAndGet() == 1) {
				throw new NoClassDefFoundError("a broken installation");
			}
			return this.broker.send(record);
		});
		relay.start();
		String id = this.fixture.add(1);
		Awaitility.await().until(() -> {
			this.clock.advance(OutboxFixture.SETTINGS.pauseAfterFailure());
			return !this.broker.sequencesOf(id).isEmpty();
		});
		assertThat(relay.isRunning()).isTrue();
		relay.stop();
		assertThat(relay.isRunning()).isFalse();
	}

	@Test
	void publishesATombstoneAsARecordWithoutAValue() {
		String id = this.fixture.ids.newId();
		this.fixture.aggregates.add(id, new Document("state", 0), List.of(NewEvent.tombstone(OutboxFixture.TYPE, null)),
				OutboxFixture.command("erase"));
		this.relay.publishOnce();
		var record = this.broker.records().getFirst();
		assertThat(record.key()).isEqualTo(id);
		assertThat(record.value()).isNull();
	}

	@Test
	void publishesAgainWhatADeadRelayPublishedAndDidNotSettle() {
		String id = this.fixture.add(3);
		Lease lease = new Lease("dead", this.clock.instant().plus(OutboxFixture.SETTINGS.lease()));
		this.fixture.aggregates.store()
			.claim(lease, 10, Long.MAX_VALUE, this.clock.instant())
			.getFirst()
			.events()
			.subList(0, 2)
			.forEach((event) -> this.broker.send(event.toRecord("/test")).toCompletableFuture().join());
		this.clock.advance(OutboxFixture.SETTINGS.lease().plusSeconds(1));
		this.relay.publishOnce();
		assertThat(this.broker.sequencesOf(id)).containsExactly(1L, 2L, 1L, 2L, 3L);
	}

	@Test
	void doesNotClaimAnAggregateAgainBeforeThePauseAfterItsFailure() {
		this.fixture.add(1);
		this.broker.refuses((record) -> true);
		this.relay.publishOnce();
		this.broker.refuses((record) -> false);
		this.relay.publishOnce();
		assertThat(this.broker.records()).isEmpty();
		this.clock.advance(OutboxFixture.SETTINGS.pauseAfterFailure().plusMillis(1));
		this.relay.publishOnce();
		assertThat(this.broker.records()).hasSize(1);
	}

}
