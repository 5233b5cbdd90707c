package org.sharaka.chassis.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.event.InvalidEventException;
import org.sharaka.chassis.testing.TestInfrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SequencedViewIT {

	private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

	private MongoClient client;

	private MongoCollection<Document> collection;

	private SequencedView view;

	@BeforeEach
	void connect() {
		this.client = MongoClients.create(TestInfrastructure.mongodbUri());
		this.collection = this.client.getDatabase(TestInfrastructure.uniqueName(getClass()))
			.getCollection("view-" + UUID.randomUUID());
		this.view = new SequencedView(this.collection);
	}

	@AfterEach
	void disconnect() {
		this.client.close();
	}

	@Test
	void aNewerEventReplacesTheWholeState() {
		this.view.apply(List.of(replaced("a", 1, new Document("name", "old").append("region", "SA-01"))));
		this.view.apply(List.of(replaced("a", 2, new Document("name", "new"))));
		assertThat(find("a")).isEqualTo(new Document("_id", "a").append("name", "new")
			.append("sequence", 2L)
			.append("changedAt", Date.from(NOON.plusSeconds(2))));
	}

	@Test
	void anOlderEventChangesNothing() {
		this.view.apply(List.of(replaced("a", 7), replaced("a", 3)));
		this.view.apply(List.of(replaced("a", 6), replaced("a", 7, new Document("name", "repeated"))));
		assertThat(find("a").getString("name")).isEqualTo("7");
	}

	@Test
	void anOlderEventDoesNotBringBackWhatWasDeleted() {
		this.view.apply(List.of(replaced("a", 1), deleted("a", 5)));
		this.view.apply(List.of(replaced("a", 4)));
		assertThat(SequencedView.isDeleted(find("a"))).isTrue();
		assertThat(find("a")).doesNotContainKey("name");
		this.view.apply(List.of(replaced("a", 6)));
		assertThat(SequencedView.isDeleted(find("a"))).isFalse();
		assertThat(find("a").getString("name")).isEqualTo("6");
	}

	@Test
	void aDeletionOfWhatHasNotArrivedIsRemembered() {
		this.view.apply(List.of(deleted("a", 5)));
		this.view.apply(List.of(replaced("a", 4)));
		assertThat(SequencedView.isDeleted(find("a"))).isTrue();
	}

	@Test
	void aDeletionWithoutSequenceIsOrderedByTime() {
		Change tombstone = new Change("a", 0, NOON.plusSeconds(5), null);
		this.view.apply(List.of(replaced("a", 3), tombstone));
		assertThat(SequencedView.isDeleted(find("a"))).isTrue();
		this.view.apply(List.of(replaced("a", 4)));
		assertThat(SequencedView.isDeleted(find("a"))).as("written before the deletion, handled after it").isTrue();
		this.view.apply(List.of(replaced("a", 6)));
		this.view.apply(List.of(tombstone));
		assertThat(find("a").getString("name")).as("the deletion is delivered again").isEqualTo("6");
	}

	@Test
	void aStateWithoutSequenceIsRefused() {
		assertThatThrownBy(() -> replaced("a", 0)).isInstanceOf(InvalidEventException.class);
	}

	@Test
	void theNewestEventWinsHoweverManyProcessesRace() throws Exception {
		List<Change> changes = new ArrayList<>();
		for (int sequence = 1; sequence <= 40; sequence++) {
			for (String id : List.of("a", "b", "c", "d", "e")) {
				changes.add((sequence % 7 == 0) ? deleted(id, sequence) : replaced(id, sequence));
			}
		}
		Collections.shuffle(changes, new Random(8));
		try (ExecutorService processes = Executors.newFixedThreadPool(8)) {
			List<Future<?>> running = new ArrayList<>();
			for (int from = 0; from < changes.size(); from += 10) {
				List<Change> batch = changes.subList(from, from + 10);
				running.add(processes.submit(() -> new SequencedView(this.collection).apply(batch)));
			}
			for (Future<?> one : running) {
				one.get();
			}
		}
		assertThat(this.collection.find()).hasSize(5).allSatisfy((document) -> {
			assertThat(document.getLong("sequence")).isEqualTo(40);
			assertThat(document.getString("name")).isEqualTo("40");
		});
	}

	private static Change replaced(String id, long sequence) {
		return replaced(id, sequence, new Document("name", Long.toString(sequence)));
	}

	private static Change replaced(String id, long sequence, Document state) {
		return new Change(id, sequence, NOON.plusSeconds(sequence), state);
	}

	private static Change deleted(String id, long sequence) {
		return new Change(id, sequence, NOON.plusSeconds(sequence), null);
	}

	private Document find(String id) {
		return this.collection.find(Filters.eq("_id", id)).first();
	}

}
