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
import java.util.concurrent.Future;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.BsonString;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sharaka.chassis.command.VersionConflictException;
import org.sharaka.chassis.event.Contracts;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.event.Topics;
import org.sharaka.chassis.trace.EventSpans;
import org.sharaka.chassis.event.InvalidEventException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventConsumerTest {

	private static final String TYPE = "org.sharaka.contacts.changed.v1";

	private static final EventConsumer.Retries THREE = new EventConsumer.Retries(3, Duration.ofMillis(1));

	private final List<ProducerRecord<byte[], byte[]>> dead = new ArrayList<>();

	private final List<String> handled = new ArrayList<>();

	private final Map<String, Integer> calls = new HashMap<>();

	private RuntimeException brokerFailure;

	private int batches;

	private Set<String> types = Set.of(TYPE);

	private final Map<String, Error> errors = new HashMap<>();

	/** What an event does, by its id. */
	private final Map<String, RuntimeException> failures = new HashMap<>();

	private final Map<String, Integer> failuresLeft = new HashMap<>();

	@Test
	void aBatchThatGoesWellIsHandedOverAtOnce() {
		consumer().accept(List.of(record("a", "k"), record("b", "k"), record("c", "l")));
		assertThat(this.handled).containsExactly("a", "b", "c");
		assertThat(this.batches).isEqualTo(1);
	}

	@Test
	void anEventThatFailsOnceKeepsTheOrderOfItsKeyWhileOthersPassIt() {
		fails("a", new IllegalStateException("try again"), 2);
		consumer().accept(List.of(record("a", "k"), record("b", "l"), record("c", "k")));
		assertThat(this.handled).containsExactly("b", "a", "c");
		assertThat(this.dead).isEmpty();
	}

	@Test
	void anEventThatAlwaysFailsIsADeadLetterAndLaterOnesOfItsKeyAreHandled() {
		fails("a", new RetryableEventException("unknown-charity", "charity 7 is not known"), 99);
		consumer().accept(List.of(record("a", "k"), record("b", "k"), record("c", "l")));
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
		consumer().accept(records);
		assertThat(this.dead).hasSize(200);
		assertThat(this.calls.get("e199")).as("the last waits for the pauses of one event, not of 200").isOne();
	}

	@Test
	void anInvalidEventIsADeadLetterAtOnce() {
		fails("a", new InvalidEventException("not-allowed", "the charity is dissolved"), 99);
		consumer().accept(List.of(record("a", "k"), record("b", "k")));
		assertThat(this.handled).containsExactly("b");
		assertThat(header(DeadLetterTopic.REASON)).isEqualTo("the charity is dissolved");
	}

	@Test
	void anExceptionsOwnWordsStayOutOfTheDeadLetter() {
		fails("a", new IllegalStateException("dup key: someone@example.test"), 99);
		consumer().accept(List.of(record("a", "k")));
		assertThat(header(DeadLetterTopic.REASON)).doesNotContain("someone").contains("IllegalStateException");
	}

	static List<RuntimeException> infrastructureFailures() {
		ServerAddress server = new ServerAddress();
		WriteConcernError notReplicated = new WriteConcernError(64, "WriteConcernFailed", "timed out",
				new BsonDocument());
		return List.of(new MongoTimeoutException("away"), new MongoExecutionTimeoutException(50, "too slow"),
				new MongoOperationTimeoutException("too slow"),
				new MongoWriteConcernException(notReplicated, null, server, Set.of()),
				new MongoBulkWriteException(BulkWriteResult.unacknowledged(), List.of(), notReplicated, server,
						Set.of()),
				command(13, "Unauthorized"), command(8000, "over the quota"), command(91, "ShutdownInProgress"),
				new MongoException("any other"), new KafkaException("away"), new VersionConflictException("a", 1));
	}

	private static MongoCommandException command(int code, String message) {
		return new MongoCommandException(
				new BsonDocument("code", new BsonInt32(code)).append("errmsg", new BsonString(message)),
				new ServerAddress());
	}

	@ParameterizedTest
	@MethodSource("infrastructureFailures")
	void aFailureOfTheInfrastructureMakesNoDeadLetters(RuntimeException failure) {
		fails("a", new IllegalStateException(failure), 99);
		EventConsumer consumer = consumer();
		assertThatThrownBy(() -> consumer.accept(List.of(record("a", "k")))).isInstanceOf(RuntimeException.class);
		assertThat(this.dead).isEmpty();
	}

	static List<RuntimeException> dataErrors() {
		ServerAddress server = new ServerAddress();
		BulkWriteError duplicate = new BulkWriteError(11000, "duplicate key", new BsonDocument(), 0);
		return List.of(new BsonMaximumSizeExceededException("too large"),
				new MongoWriteException(new WriteError(11000, "duplicate key", new BsonDocument()), server, Set.of()),
				new MongoBulkWriteException(BulkWriteResult.unacknowledged(), List.of(duplicate), null, server,
						Set.of()),
				command(10334, "BSONObjectTooLarge"), command(121, "DocumentValidationFailure"),
				new CodecConfigurationException("no codec"), new RecordTooLargeException("too large"));
	}

	@ParameterizedTest
	@MethodSource("dataErrors")
	void anEventThatTheDatabaseCannotTakeIsADeadLetter(RuntimeException failure) {
		fails("a", failure, 99);
		consumer().accept(List.of(record("a", "k"), record("b", "l")));
		assertThat(this.dead).hasSize(1);
		assertThat(this.handled).containsExactly("b");
	}

	@Test
	void aHandlerThatFailsForAllEventsPausesAndMakesNoDeadLetters() {
		fails("a", new NullPointerException(), 99);
		fails("b", new NullPointerException(), 99);
		fails("c", new ClassCastException(), 99);
		EventConsumer consumer = consumer();
		List<ConsumerRecord<byte[], byte[]>> batch = List.of(record("a", "k"), record("b", "l"), record("c", "k"));
		assertThatThrownBy(() -> consumer.accept(batch)).isInstanceOf(RuntimeException.class);
		assertThat(this.dead).isEmpty();
		this.failures.clear();
		this.failuresLeft.clear();
		consumer.accept(batch);
		assertThat(this.handled).containsExactly("a", "b", "c");
	}

	@Test
	void aHandlerThatFailsForAllEventsPausesAlsoIfTheyComeOneByOne() {
		fails("a", new NullPointerException(), 99);
		fails("b", new NullPointerException(), 99);
		EventConsumer consumer = consumer();
		consumer.accept(List.of(record("a", "k")));
		assertThat(this.dead).as("one alone may be a bad event").hasSize(1);
		assertThatThrownBy(() -> consumer.accept(List.of(record("b", "l")))).isInstanceOf(RuntimeException.class);
		assertThat(this.dead).hasSize(1);
		consumer.accept(List.of(record("c", "m")));
		consumer.accept(List.of(record("b", "l")));
		assertThat(this.dead).as("another event went well, so this one is bad").hasSize(2);
	}

	@Test
	void fewBadEventsAmongGoodOnesAreDeadLetters() {
		fails("a", new NullPointerException(), 99);
		fails("c", new NullPointerException(), 99);
		consumer().accept(List.of(record("a", "k"), record("b", "l"), record("c", "m")));
		assertThat(this.handled).containsExactly("b");
		assertThat(this.dead).hasSize(2);
	}

	@Test
	void anErrorOfTheHandlerIsAFailureLikeAnyOther() {
		this.errors.put("a", new StackOverflowError());
		consumer().accept(List.of(record("a", "k"), record("b", "l")));
		assertThat(this.handled).containsExactly("b");
		assertThat(this.dead).hasSize(1);
	}

	@Test
	void aValueUnderTheTypeOfTombstonesIsADeadLetter() {
		ConsumerRecord<byte[], byte[]> record = record("a", "k");
		record.headers().remove("ce_type").add("ce_type", bytes("tombstone"));
		this.types = Set.of(TYPE, Event.TOMBSTONE);
		consumer().accept(List.of(record, record("b", "k")));
		assertThat(this.dead).hasSize(1);
		assertThat(this.handled).containsExactly("b");
	}

	@Test
	void unreadableRecordsAreWrittenOnceThoughTheBatchComesAgain() {
		fails("a", new MongoTimeoutException("away"), 3);
		EventConsumer consumer = consumer();
		List<ConsumerRecord<byte[], byte[]>> batch = List.of(unreadable(), record("a", "l"));
		for (int redelivery = 0; redelivery < 3; redelivery++) {
			assertThatThrownBy(() -> consumer.accept(batch)).isInstanceOf(MongoTimeoutException.class);
		}
		consumer.accept(batch);
		assertThat(this.handled).containsExactly("a");
		assertThat(this.dead).hasSize(1);
	}

	@Test
	void aDeadLetterThatCannotBeWrittenIsNotForgotten() {
		this.brokerFailure = new KafkaException("away");
		EventConsumer consumer = consumer();
		assertThatThrownBy(() -> consumer.accept(List.of(unreadable()))).isInstanceOf(KafkaException.class);
	}

	private static ConsumerRecord<byte[], byte[]> unreadable() {
		return new ConsumerRecord<>("partnership.contacts", 0, 0, bytes("k"), bytes("not json"));
	}

	private void fails(String id, RuntimeException failure, int times) {
		this.failures.put(id, failure);
		this.failuresLeft.put(id, times);
	}

	private EventConsumer consumer() {
		EventHandler handler = new EventHandler() {

			@Override
			public Set<String> types() {
				return EventConsumerTest.this.types;
			}

			@Override
			public void handle(List<Event> events) {
				EventConsumerTest.this.batches++;
				for (Event event : events) {
					int left = EventConsumerTest.this.failuresLeft.merge(event.id(), -1, Integer::sum);
					if (events.size() == 1) {
						EventConsumerTest.this.calls.merge(event.id(), 1, Integer::sum);
					}
					Error error = EventConsumerTest.this.errors.get(event.id());
					if (error != null) {
						throw error;
					}
					if (left >= 0) {
						throw EventConsumerTest.this.failures.get(event.id());
					}
				}
				events.forEach((event) -> EventConsumerTest.this.handled.add(event.id()));
			}
		};
		Producer<byte[], byte[]> producer = new MockProducer<>(true, null, new ByteArraySerializer(),
				new ByteArraySerializer()) {

			@Override
			public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
				if (EventConsumerTest.this.brokerFailure != null) {
					return CompletableFuture.failedFuture(EventConsumerTest.this.brokerFailure);
				}
				EventConsumerTest.this.dead.add(record);
				return super.send(record);
			}
		};
		DeadLetterTopic deadLetters = new DeadLetterTopic(producer, "sample-service", Clock.systemUTC(),
				new SimpleMeterRegistry());
		return new EventConsumer(new Topics("").named("partnership.contacts"), handler, new Contracts(), deadLetters,
				(tombstones) -> {
				}, new EventSpans(OpenTelemetry.noop()), THREE, Clock.systemUTC());
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
