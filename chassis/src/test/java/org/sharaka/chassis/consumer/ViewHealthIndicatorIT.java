package org.sharaka.chassis.consumer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.testing.TestInfrastructure;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

class ViewHealthIndicatorIT {

	private static final Map<String, Object> CONNECTION = Map.of("bootstrap.servers", TestInfrastructure.kafka());

	private final String topic = "charities-" + UUID.randomUUID();

	private final String group = "group-" + UUID.randomUUID();

	private Admin admin;

	private KafkaProducer<byte[], byte[]> producer;

	@BeforeEach
	void createTopic() throws Exception {
		this.admin = Admin.create(CONNECTION);
		this.admin.createTopics(List.of(new NewTopic(this.topic, Optional.of(2), Optional.empty()))).all().get();
		this.producer = new KafkaProducer<>(CONNECTION, new ByteArraySerializer(), new ByteArraySerializer());
	}

	@AfterEach
	void close() {
		this.producer.close();
		this.admin.close();
	}

	@Test
	void aViewIsIncompleteUntilItHasEverythingThatWasThereAtTheStart() throws Exception {
		publish(0, 3);
		publish(1, 2);
		ViewHealthIndicator indicator = indicator();
		assertIncomplete(indicator, 5);
		commit(0, 3);
		assertIncomplete(indicator, 2);
		publish(1, 4);
		commit(1, 1);
		assertIncomplete(indicator, 1);
		commit(1, 2);
		assertThat(health(indicator).getStatus()).as("newer records do not count").isEqualTo(Status.UP);
		assertThat(health(indicator).getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void theViewOfAnEmptyTopicIsComplete() {
		assertThat(health(indicator()).getStatus()).isEqualTo(Status.UP);
	}

	private void assertIncomplete(ViewHealthIndicator indicator, long lag) {
		Health health = health(indicator);
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("lag", Map.of(this.topic, lag));
	}

	private static Health health(ViewHealthIndicator indicator) {
		return indicator.health();
	}

	private ViewHealthIndicator indicator() {
		return new ViewHealthIndicator(CONNECTION, List.of(this.topic), this.group);
	}

	private void publish(int partition, int count) throws Exception {
		for (int i = 0; i < count; i++) {
			this.producer
				.send(new ProducerRecord<>(this.topic, partition, null, "value".getBytes(StandardCharsets.UTF_8)))
				.get();
		}
	}

	private void commit(int partition, long offset) throws Exception {
		this.admin
			.alterConsumerGroupOffsets(this.group,
					Map.of(new TopicPartition(this.topic, partition), new OffsetAndMetadata(offset)))
			.all()
			.get();
	}

}
