package org.sharaka.chassis.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.history.History;
import org.sharaka.chassis.history.HistoryEntry;
import org.sharaka.chassis.testing.TestInfrastructure;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;

class MongoHistoryIT {

	private static final Instant START = new MovableClock().instant();

	private final MovableClock clock = new MovableClock();

	private final OutboxFixture fixture = new OutboxFixture(TestInfrastructure.uniqueName(getClass()), this.clock);

	private final RecordingBroker broker = new RecordingBroker();

	private final Relay relay = this.fixture.relay(this.broker);

	private final AggregateCollection aggregates = this.fixture.aggregates;

	/** The aggregate of this test is its own document. */
	private final History<Document> history = new MongoHistory<>(this.aggregates, this.aggregates.history(),
			(document) -> document);

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void showsTheSameEntriesBeforeAndAfterTheyArePublished() {
		String id = added("status", "APPLIED");
		this.clock.advance(Duration.ofHours(1));
		save(id, 1, "status", "REGISTERED");
		List<HistoryEntry<Document>> pending = this.history.entries(id, 0, 10);
		this.relay.publishOnce();
		assertThat(this.aggregates.pendingEvents(id)).isEmpty();
		assertThat(this.history.entries(id, 0, 10)).isEqualTo(pending);
		HistoryEntry<Document> last = pending.get(1);
		assertThat(last.version()).isEqualTo(2);
		assertThat(last.actor()).isEqualTo("tester");
		assertThat(last.commandId()).isEqualTo("command-1");
		assertThat(last.recordedAt()).isEqualTo(START.plus(Duration.ofHours(1)));
		assertThat(last.effectiveAt()).isEqualTo(last.recordedAt());
		assertThat(last.before()).containsEntry("status", "APPLIED").containsEntry("version", 1L);
		assertThat(last.state()).containsEntry("status", "REGISTERED").containsEntry("_id", id);
		assertThat(pending.getFirst().before()).isNull();
	}

	@Test
	void pagesEntriesAfterAVersion() {
		String id = added("number", 0);
		for (int version = 1; version < 5; version++) {
			save(id, version, "number", version);
		}
		this.relay.publishOnce();
		save(id, 5, "number", 5);
		assertThat(this.history.entries(id, 2, 2)).extracting(HistoryEntry::version).containsExactly(3L, 4L);
		assertThat(this.history.entries(id, 2, 2).getFirst().before()).containsEntry("number", 1);
		assertThat(this.history.entries(id, 4, 10)).extracting(HistoryEntry::version).containsExactly(5L, 6L);
		assertThat(this.history.entries(id, 6, 10)).isEmpty();
	}

	@Test
	void tellsTheStateAtATimeAsItWasKnownAtAnother() {
		String id = this.fixture.ids.newId();
		Document state = new Document("status", "REGISTERED").append("name", "old");
		this.aggregates.add(id, state, List.of(event(START)), OutboxFixture.command("create"));
		at(Duration.ofDays(10));
		state = new Document(state).append("name", "new");
		this.aggregates.save(id, 1, state, List.of(event(null)), OutboxFixture.command("rename"));
		at(Duration.ofDays(20));
		state = new Document(state).append("status", "SUSPENDED");
		this.aggregates.save(id, 2, state, List.of(event(START.plus(Duration.ofDays(5)))),
				OutboxFixture.command("suspend"));
		this.relay.publishOnce();
		assertThat(stateAt(id, 7, 15)).as("before the back-dated suspension was known")
			.containsEntry("status", "REGISTERED")
			.containsEntry("name", "old");
		assertThat(stateAt(id, 7, 21)).as("suspended from day 5 on, as is known now")
			.containsEntry("status", "SUSPENDED")
			.containsEntry("name", "old")
			.containsEntry("version", 3L);
		assertThat(stateAt(id, 4, 21)).containsEntry("status", "REGISTERED");
		assertThat(stateAt(id, 21, 21)).containsEntry("status", "SUSPENDED").containsEntry("name", "new");
		assertThat(this.history.stateAt(id, START.minusSeconds(1), START.plus(Duration.ofDays(30)))).isEmpty();
		assertThat(this.history.stateAt(id, START.plus(Duration.ofDays(30)), START.minusSeconds(1))).isEmpty();
	}

	private Document stateAt(String id, int asAtDay, int knownAtDay) {
		return this.history.stateAt(id, START.plus(Duration.ofDays(asAtDay)), START.plus(Duration.ofDays(knownAtDay)))
			.orElseThrow();
	}

	@Test
	void recognisesACommandThatIsRepeatedAfterManyOthers() {
		String id = added("number", 0);
		for (int version = 1; version <= 60; version++) {
			save(id, version, "number", version);
		}
		assertThat(this.aggregates.isProcessed(id, "command-1")).as("in the outbox").isTrue();
		this.relay.publishOnce();
		assertThat(this.aggregates.pendingEvents(id)).isEmpty();
		assertThat(this.aggregates.isProcessed(id, "command-1")).as("in the history").isTrue();
		assertThat(this.aggregates.isProcessed(id, "command-61")).isFalse();
	}

	@Test
	void doesNotRememberACommandThatCannotBeRepeated() {
		String id = added("number", 0);
		CommandContext once = new CommandContext("tester", "once", false, (version) -> {
		});
		this.aggregates.save(id, 1, new Document("number", 1), List.of(event(null)), once);
		this.aggregates.save(id, 2, new Document("number", 2), List.of(event(null)), once);
		this.relay.publishOnce();
		assertThat(this.history.entries(id, 0, 10)).hasSize(3);
		assertThat(this.aggregates.isProcessed(id, "once")).isFalse();
	}

	@Test
	void appendsAnEventOnceWhenItIsPublishedTwice() {
		String id = added("number", 0);
		List<PendingEvent> events = PendingEvent.listOf(this.aggregates.find(id).orElseThrow());
		this.aggregates.history().append(List.of(new HistoryCollection.Appended(id, events.getFirst())));
		this.relay.publishOnce();
		assertThat(this.history.entries(id, 0, 10)).hasSize(1);
	}

	@Test
	void erasesFieldsAndPayloadsWhenTheErasureIsPublished() {
		String id = added("contacts", "someone");
		this.relay.publishOnce();
		save(id, 1, "contacts", "someone else");
		this.aggregates.save(id, 2, new Document("contacts", null),
				List.of(NewEvent.tombstone(OutboxFixture.TYPE, null).erasing("contacts")),
				OutboxFixture.command("erase"));
		this.relay.publishOnce();
		assertThat(this.history.entries(id, 0, 10)).hasSize(3)
			.allSatisfy((entry) -> assertThat(entry.state()).doesNotContainKey("contacts"));
		assertThat(this.aggregates.find(id).orElseThrow()).doesNotContainKey("contacts");
		assertThat(this.aggregates.history().lastOfEachKey(id)).singleElement()
			.satisfies((event) -> assertThat(event.data()).isNull());
		assertThat(this.broker.records().getLast().value()).isNull();
	}

	@Test
	void erasesEarlierPayloadsOfTheSameKeyWithTheFieldsThatAnEventReplaces() {
		String id = this.fixture.ids.newId();
		this.aggregates.add(id, new Document("contacts", "someone"), List.of(payload("someone", null)),
				OutboxFixture.command("command-0"));
		save(id, 1, List.of(payload("of another key", "another")));
		this.relay.publishOnce();
		save(id, 2, List.of(payload("someone else", null).erasing("contacts")));
		save(id, 3, List.of(payload("the last one", null).erasing("contacts")));
		this.relay.publishOnce();
		assertThat(this.fixture.mongo()
			.getCollection(this.aggregates.collection().getNamespace().getCollectionName() + "History")
			.find(Filters.eq("aggregateId", id))
			.sort(Sorts.ascending("sequence"))
			.map((entry) -> Optional.ofNullable(entry.get("data", Binary.class))
				.map((data) -> new String(data.getData(), StandardCharsets.UTF_8))
				.orElse("erased"))
			.into(new ArrayList<>())).containsExactly("erased", "\"of another key\"", "erased", "\"the last one\"");
	}

	private void save(String id, long version, List<NewEvent> events) {
		this.aggregates.save(id, version, new Document("contacts", "version " + version), events,
				OutboxFixture.command("command-" + version));
	}

	private static NewEvent payload(String text, @Nullable String key) {
		return new NewEvent(OutboxFixture.TYPE, JsonNodeFactory.instance.stringNode(text), key);
	}

	@Test
	void erasesFieldsAtOnce() {
		String id = added("contacts", "someone");
		this.relay.publishOnce();
		this.history.erase(id, "contacts");
		assertThat(this.history.entries(id, 0, 10).getFirst().state()).doesNotContainKey("contacts");
	}

	@Test
	void isSwitchedOff() {
		AggregateCollection without = AggregateCollection.withoutHistory(this.fixture.mongo(), "without",
				this.fixture.outbox);
		without.add("a", new Document("number", 0), List.of(event(null)), OutboxFixture.command("create"));
		assertThat(without.pendingEvents("a").getFirst()).doesNotContainKeys("state", "actor", "commandKey");
		assertThat(this.fixture.mongo().listCollectionNames()).doesNotContain("withoutHistory");
	}

	private void at(Duration sinceStart) {
		this.clock.advance(Duration.between(this.clock.instant(), START.plus(sinceStart)));
	}

	private String added(String field, Object value) {
		String id = this.fixture.ids.newId();
		this.aggregates.add(id, new Document(field, value), List.of(event(null)), OutboxFixture.command("command-0"));
		return id;
	}

	private void save(String id, long version, String field, Object value) {
		this.aggregates.save(id, version, new Document(field, value), List.of(event(null)),
				OutboxFixture.command("command-" + version));
	}

	private static NewEvent event(@Nullable Instant effectiveAt) {
		NewEvent event = new NewEvent(OutboxFixture.TYPE, JsonMapper.shared().createObjectNode());
		return (effectiveAt != null) ? event.effectiveAt(effectiveAt) : event;
	}

}
