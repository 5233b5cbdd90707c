package org.sharaka.chassis.view;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.consumer.DeadLetterTopic;
import org.sharaka.chassis.consumer.EventConsumer;
import org.sharaka.chassis.consumer.EventHandler;
import org.sharaka.chassis.event.Contracts;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.event.Topics;
import org.sharaka.chassis.testing.PublishedEvents;
import org.sharaka.chassis.testing.TestInfrastructure;
import org.sharaka.chassis.testing.ViewRebuild;
import org.sharaka.chassis.trace.EventSpans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ViewRebuildIT {

	private static final String TYPE = "org.sharaka.contacts.changed.v1";

	private final Topics topics = new Topics(TestInfrastructure.uniqueName(getClass()) + ".");

	private final Topics.Topic topic = this.topics.ofType(TYPE);

	@Test
	void aViewThatIsRebuiltFromItsTopicHasTheSameDocuments() throws Exception {
		createTopic();
		try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", TestInfrastructure.kafka()), new ByteArraySerializer(),
				new ByteArraySerializer()); MongoClient client = MongoClients.create(TestInfrastructure.mongodbUri())) {
			publish(producer, "a", 1, true);
			publish(producer, "b", 1, true);
			publish(producer, "a", 3, true);
			publish(producer, "a", 2, true);
			publish(producer, "b", 2, false);
			MongoCollection<Document> collection = client.getDatabase(TestInfrastructure.uniqueName(getClass()))
				.getCollection("view");
			EventConsumer consumer = consumer(producer, new SequencedView(collection));
			try (PublishedEvents published = new PublishedEvents(TestInfrastructure.kafka(),
					List.of(this.topic.name()))) {
				consumer.accept(published.records());
			}
			assertThat(collection.countDocuments()).isEqualTo(2);
			ViewRebuild.assertSameDocuments(consumer, collection);

			collection.updateOne(new Document("_id", "a"), new Document("$set", new Document("local", true)));
			assertThatThrownBy(() -> ViewRebuild.assertSameDocuments(consumer, collection))
				.isInstanceOf(AssertionError.class);
		}
	}

	private EventConsumer consumer(KafkaProducer<byte[], byte[]> producer, SequencedView view) {
		EventHandler handler = new EventHandler() {

			@Override
			public Set<String> types() {
				return Set.of(TYPE, Event.TOMBSTONE);
			}

			@Override
			public void handle(List<Event> events) {
				view.apply(events.stream()
					.map((event) -> event.type().equals(Event.TOMBSTONE) ? Change.deleted(event)
							: Change.replaced(event, String.valueOf(event.key()),
									new Document("text", event.body().toString())))
					.toList());
			}
		};
		return new EventConsumer(this.topic, handler, new Contracts(),
				new DeadLetterTopic(producer, "test", Clock.systemUTC(), new SimpleMeterRegistry()), (tombstones) -> {
				}, new EventSpans(OpenTelemetry.noop()), EventConsumer.Retries.DEFAULT, Clock.systemUTC());
	}

	private void createTopic() throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestInfrastructure.kafka()))) {
			admin
				.createTopics(this.topics.toCreate("test", Set.of())
					.stream()
					.filter((created) -> created.name().equals(this.topic.name()))
					.toList())
				.all()
				.get();
		}
	}

	private void publish(KafkaProducer<byte[], byte[]> producer, String key, int sequence, boolean hasValue)
			throws Exception {
		List<Header> headers = List.of(header("ce_specversion", "1.0"), header("ce_id", key + sequence),
				header("ce_source", "/registry-service"), header("ce_type", TYPE),
				header("ce_time", "2026-11-24T12:00:0" + sequence + "Z"), header("ce_sequence", "" + sequence));
		byte[] value = hasValue ? bytes("{\"charityId\": \"01a201df-a7eb-795e-b579-69e9362c2c7b\", \"contacts\": []}")
				: null;
		producer.send(new ProducerRecord<>(this.topic.name(), null, bytes(key), value, headers)).get();
	}

	private static Header header(String name, String value) {
		return new RecordHeader(name, bytes(value));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
