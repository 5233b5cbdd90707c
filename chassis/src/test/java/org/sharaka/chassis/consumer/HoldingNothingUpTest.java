package org.sharaka.chassis.consumer;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import com.mongodb.MongoTimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.event.Contracts;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.event.Topics;
import org.sharaka.chassis.event.InvalidEventException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HoldingNothingUpTest {

	private static final String TYPE = "org.sharaka.contacts.changed.v1";

	private static final EventConsumer.Retries THREE = new EventConsumer.Retries(3, Duration.ofMillis(1));

	private final List<ProducerRecord<String, byte[]>> dead = new ArrayList<>();

	private final List<String> handled = new ArrayList<>();

	private final Map<String, Integer> calls = new HashMap<>();

	private RuntimeException brokerFailure;

	private int batches;

	/** What an event does, by its id. */
	private final Map<String, RuntimeException> failures = new HashMap<>();

	private final Map<String, Integer> failuresLeft = new HashMap<>();

	@Test
	void aBatchThatGoesWellIsHandedOverAtOnce() {
		intake().accept(List.of(record("a", "k"), record("b", "k"), record("c", "l")));
		assertThat(this.handled).containsExactly("a", "b", "c");
		assertThat(this.batches).isEqualTo(1);
	}

	@Test
	void anEventThatFailsOnceKeepsTheOrderOfItsKeyWhileOthersPassIt() {
		fails("a", new IllegalStateException("try again"), 2);
		intake().accept(List.of(record("a", "k"), record("b", "l"), record("c", "k")));
		assertThat(this.handled).containsExactly("b", "a", "c");
		assertThat(this.dead).isEmpty();
	}

	@Test
	void anEventThatFailsAlwaysIsADeadLetterAndThoseBehindItGoOn() {
		fails("a", new RetryableEventException("unknown-charity", "charity 7 is not known"), 99);
		intake().accept(List.of(record("a", "k"), record("b", "k"), record("c", "l")));
		assertThat(this.handled).containsExactly("c", "b");
		assertThat(this.dead).hasSize(1);
		assertThat(header(DeadLetterTopic.REASON)).isEqualTo("charity 7 is not known");
		assertThat(header(DeadLetterTopic.CODE)).isEqualTo("unknown-charity");
		assertThat(header(DeadLetterTopic.ATTEMPTS)).isEqualTo("3");
		assertThat(this.dead.getFirst().topic()).isEqualTo("partnership.contacts.sample-service.dlq");
	}

	@Test
	void howeverManyFailAlwaysTheirAttemptsAreMadeTogether() {
		List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			records.add(record("e" + i, "k"));
			fails("e" + i, new IllegalStateException("never"), Integer.MAX_VALUE);
		}
		intake().accept(records);
		assertThat(this.dead).hasSize(200);
		assertThat(this.calls.get("e199")).as("the last waits for the pauses of one event, not of 200").isOne();
	}

	@Test
	void anUnusableEventIsADeadLetterAtOnce() {
		fails("a", new InvalidEventException("not-allowed", "the charity is dissolved"), 99);
		intake().accept(List.of(record("a", "k"), record("b", "k")));
		assertThat(this.handled).containsExactly("b");
		assertThat(header(DeadLetterTopic.REASON)).isEqualTo("the charity is dissolved");
	}

	@Test
	void anExceptionsOwnWordsStayOutOfTheDeadLetter() {
		fails("a", new IllegalStateException("dup key: someone@example.test"), 99);
		intake().accept(List.of(record("a", "k")));
		assertThat(header(DeadLetterTopic.REASON)).doesNotContain("someone").contains("IllegalStateException");
	}

	@Test
	void aDatabaseThatDoesNotAnswerMakesNoDeadLetters() {
		fails("a", new IllegalStateException(new MongoTimeoutException("away")), 1);
		EventConsumer intake = intake();
		assertThatThrownBy(() -> intake.accept(List.of(record("a", "k")))).isInstanceOf(RuntimeException.class);
		assertThat(this.dead).isEmpty();
	}

	@Test
	void aDeadLetterThatCannotBeWrittenIsNotForgotten() {
		this.brokerFailure = new KafkaException("away");
		EventConsumer intake = intake();
		ConsumerRecord<byte[], byte[]> broken = new ConsumerRecord<>("partnership.contacts", 0, 0, bytes("k"),
				bytes("not json"));
		assertThatThrownBy(() -> intake.accept(List.of(broken))).isInstanceOf(KafkaException.class);
	}

	private void fails(String id, RuntimeException failure, int times) {
		this.failures.put(id, failure);
		this.failuresLeft.put(id, times);
	}

	private EventConsumer intake() {
		EventHandler handler = new EventHandler() {

			@Override
			public Set<String> types() {
				return Set.of(TYPE);
			}

			@Override
			public void handle(List<Event> events) {
				HoldingNothingUpTest.this.batches++;
				for (Event event : events) {
					int left = HoldingNothingUpTest.this.failuresLeft.merge(event.id(), -1, Integer::sum);
					if (events.size() == 1) {
						HoldingNothingUpTest.this.calls.merge(event.id(), 1, Integer::sum);
					}
					if (left >= 0) {
						throw HoldingNothingUpTest.this.failures.get(event.id());
					}
				}
				events.forEach((event) -> HoldingNothingUpTest.this.handled.add(event.id()));
			}
		};
		DeadLetterTopic deadLetters = new DeadLetterTopic((record) -> {
			if (this.brokerFailure != null) {
				return CompletableFuture.failedFuture(this.brokerFailure);
			}
			this.dead.add(record);
			return CompletableFuture.completedFuture(null);
		}, "sample-service", Clock.systemUTC());
		return new EventConsumer(new Topics("").named("partnership.contacts"), handler, new Contracts(), deadLetters,
				THREE);
	}

	private String header(String name) {
		return new String(this.dead.getFirst().headers().lastHeader(name).value(), StandardCharsets.UTF_8);
	}

	private static ConsumerRecord<byte[], byte[]> record(String id, String key) {
		ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("partnership.contacts", 0, 0, bytes(key),
				bytes("{\"charityId\": \"01a201df-a7eb-795e-b579-69e9362c2c7b\", \"contacts\": []}"));
		record.headers()
			.add("ce_specversion", bytes("1.0"))
			.add("ce_id", bytes(id))
			.add("ce_source", bytes("/registry-service"))
			.add("ce_type", bytes(TYPE));
		return record;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
