package org.sharaka.chassis.consumer;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.sharaka.chassis.event.Contracts;
import org.sharaka.chassis.event.Topics;
import org.sharaka.chassis.outbox.OutboxAutoConfiguration;
import org.sharaka.chassis.trace.EventSpans;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Consumption of events. A service declares {@link EventConsumer} beans and binds them to
 * their topics.
 */
@AutoConfiguration(after = OutboxAutoConfiguration.class)
public class EventConsumerAutoConfiguration {

	private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

	private static final Duration MAX_PAUSE = Duration.ofSeconds(10);

	private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(20);

	/** Room for the headers that a dead letter has beside its record. */
	private static final int MAX_HEADER_BYTES = 64 * 1024;

	@Bean
	Producer<byte[], byte[]> deadLetterProducer(KafkaProperties kafka) {
		Map<String, Object> config = new HashMap<>(kafka.buildProducerProperties());
		config.put(ProducerConfig.ACKS_CONFIG, "all");
		config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
		config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_DEAD_LETTER_BYTES - MAX_HEADER_BYTES);
		config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) DELIVERY_TIMEOUT.toMillis() / 2);
		config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY_TIMEOUT.toMillis());
		config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) DELIVERY_TIMEOUT.toMillis() / 2);
		return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
	}

	@Bean
	DeadLetterTopic deadLetterTopic(Producer<byte[], byte[]> deadLetterProducer, Clock clock, MeterRegistry meters,
			@Value("${spring.application.name}") String group) {
		return new DeadLetterTopic(deadLetterProducer, group, clock, meters);
	}

	@Bean
	@ConditionalOnMissingBean
	EventConsumer.Retries retries() {
		return EventConsumer.Retries.DEFAULT;
	}

	@Bean
	EventConsumerFactory eventConsumerFactory(Topics topics, Contracts contracts, DeadLetterTopic deadLetters,
			ObjectProvider<DeadLetterErasure> erasure, ObjectProvider<OpenTelemetry> telemetry,
			EventConsumer.Retries retries, Clock clock) {
		return new EventConsumerFactory(topics, contracts, deadLetters, erasure.getIfAvailable(() -> (tombstones) -> {
		}), new EventSpans(telemetry.getIfAvailable(OpenTelemetry::noop)), retries, clock);
	}

	@Bean
	RawRecords rawRecords() {
		return new RawRecords();
	}

	/** All topics, with their settings, before the first consumer or the relay starts. */
	@Bean
	KafkaAdmin.NewTopics topicsToCreate(Topics topics, List<EventConsumer> consumers,
			@Value("${spring.application.name}") String group,
			@Value("${sharaka.dead-letters.retention}") Duration retention) {
		Set<String> subscribed = consumers.stream().map(EventConsumer::topic).collect(Collectors.toSet());
		return new KafkaAdmin.NewTopics(topics.toCreate(group, subscribed, retention).toArray(NewTopic[]::new));
	}

	@Bean
	ConsumerContainers consumerContainers() {
		return new ConsumerContainers();
	}

	@Bean
	ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> containerCustomizer(
			ConsumerContainers containers) {
		ExponentialBackOff backOff = new ExponentialBackOff(FIRST_PAUSE.toMillis(), 2);
		backOff.setMaxInterval(MAX_PAUSE.toMillis());
		return (container, destination, group) -> {
			container.setCommonErrorHandler(new RedeliveryErrorHandler(backOff));
			containers.add(destination, container);
		};
	}

	@Bean
	ConsumersHealthIndicator consumersHealthIndicator(List<EventConsumer> consumers, ConsumerContainers containers,
			MeterRegistry meters) {
		return new ConsumersHealthIndicator(consumers, containers, meters);
	}

	@Bean
	ViewHealthIndicator viewHealthIndicator(KafkaAdmin admin, List<EventConsumer> consumers,
			@Value("${spring.application.name}") String group) {
		return new ViewHealthIndicator(admin.getConfigurationProperties(),
				consumers.stream().filter(EventConsumer::feedsView).map(EventConsumer::topic).toList(), group);
	}

}
