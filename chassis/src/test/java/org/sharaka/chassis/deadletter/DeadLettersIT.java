package org.sharaka.chassis.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.consumer.DeadLetterTopic;
import org.sharaka.chassis.testing.TestInfrastructure;

import static org.assertj.core.api.Assertions.assertThat;

class DeadLettersIT {

	private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

	private static final DeadLetterFilter ALL = new DeadLetterFilter(null, null, null, null, null);

	private MongoClient client;

	private MongoDatabase database;

	private DeadLetters letters;

	@BeforeEach
	void connect() {
		this.client = MongoClients.create(TestInfrastructure.mongodbUri());
		this.database = this.client.getDatabase("dead-letters-" + UUID.randomUUID());
		this.letters = new DeadLetters(this.database);
	}

	@AfterEach
	void disconnect() {
		this.database.drop();
		this.client.close();
	}

	@Test
	void aLetterThatIsArchivedAfterTheTombstoneOfItsKeyIsErasedToo() {
		this.letters.erase(List.of(new ConsumerRecord<>("topic", 0, 5, bytes("k"), null)));
		this.letters.archive(List.of(letter("k", 4, NOON), letter("k", 6, NOON), letter("other", 3, NOON)));
		assertThat(this.letters.find("topic-0-4")).hasValueSatisfying((erased) -> {
			assertThat(erased.status()).isEqualTo(DeadLetter.Status.ERASED);
			assertThat(erased.value()).isNull();
			assertThat(erased.headers()).isEmpty();
		});
		assertThat(this.letters.find("topic-0-6").orElseThrow().value()).isNotNull();
		assertThat(this.letters.find("topic-0-3").orElseThrow().value()).isNotNull();
	}

	@Test
	void lettersAreDeletedByTheirAgeHoweverOftenTheyWereReplayed() {
		this.letters.archive(List.of(letter("k", 1, NOON), letter("k", 2, NOON.plusSeconds(10))));
		this.letters.failedAgain("topic-0-1", "failed", "again", NOON.plusSeconds(60));
		this.letters.deleteOlderThan(NOON.plusSeconds(5));
		assertThat(this.letters.find("topic-0-1")).isEmpty();
		assertThat(this.letters.find("topic-0-2")).isPresent();
	}

	@Test
	void headersThatAnybodyWroteDoNotBlockTheArchive() {
		ConsumerRecord<byte[], byte[]> record = letter("k", 1, NOON);
		record.headers().add(DeadLetterTopic.FAILED_AT, bytes("noon")).add(DeadLetterTopic.ATTEMPTS, bytes("many"));
		this.letters.archive(List.of(record));
		assertThat(this.letters.find("topic-0-1").orElseThrow().attempts()).isOne();
	}

	@Test
	void aReplayThatAnotherProcessHasLeftContinuesAfterItsLastLetter() {
		this.letters.archive(List.of(letter("a", 1, NOON), letter("b", 2, NOON), letter("c", 3, NOON)));
		BulkReplays replays = new BulkReplays(this.database);
		String id = replays.start("r", ALL, this.letters.countOpen(ALL), NOON.plusSeconds(1)).id();
		BulkReplay first = replays.lease("first", NOON.plusSeconds(1)).orElseThrow();
		DeadLetter handled = this.letters.openInOrder(ALL, first.position(), 1).getFirst();
		assertThat(replays.progress(first.replayed(handled), "first", NOON.plusSeconds(2))).isTrue();
		assertThat(replays.lease("second", NOON.plusSeconds(3))).as("leased by the first").isEmpty();

		BulkReplay second = replays.lease("second", NOON.plusSeconds(60)).orElseThrow();
		assertThat(second.replayed()).isOne();
		assertThat(this.letters.openInOrder(ALL, second.position(), 10)).extracting(DeadLetter::id)
			.containsExactly("topic-0-2", "topic-0-3");
		assertThat(replays.progress(first, "first", NOON.plusSeconds(61))).as("no longer leased").isFalse();
		replays.cancel(id, NOON.plusSeconds(62));
		assertThat(replays.progress(second, "second", NOON.plusSeconds(63))).as("cancelled").isFalse();
	}

	private static ConsumerRecord<byte[], byte[]> letter(String key, long offset, Instant failedAt) {
		ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("topic.service.dlq", 0, offset + 100, bytes(key),
				bytes("value"));
		record.headers()
			.add(DeadLetterTopic.TOPIC, bytes("topic"))
			.add(DeadLetterTopic.PARTITION, bytes("0"))
			.add(DeadLetterTopic.OFFSET, bytes(Long.toString(offset)))
			.add(DeadLetterTopic.FAILED_AT, bytes(failedAt.toString()))
			.add("ce_name", bytes("personal"));
		return record;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
