package org.sharaka.chassis.consumer;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.NewTopic;
import org.sharaka.chassis.event.Contracts;
import org.sharaka.chassis.event.Topics;
import org.sharaka.chassis.outbox.Broker;
import org.sharaka.chassis.outbox.OutboxAutoConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * What a service needs to take events in: it declares {@link EventConsumer} beans and
 * binds them to their topics.
 */
@AutoConfiguration(after = OutboxAutoConfiguration.class)
public class EventConsumerAutoConfiguration {

	private static final long FIRST_PAUSE = 500;

	private static final long LONGEST_PAUSE = 10_000;

	@Bean
	DeadLetterTopic deadLetterTopic(Broker broker, Clock clock, @Value("${spring.application.name}") String group) {
		return new DeadLetterTopic(broker, group, clock);
	}

	@Bean
	@ConditionalOnMissingBean
	EventConsumer.Retries retries() {
		return EventConsumer.Retries.DEFAULT;
	}

	@Bean
	EventConsumerFactory intakes(Topics topics, Contracts contracts, DeadLetterTopic deadLetters,
			EventConsumer.Retries retries) {
		return new EventConsumerFactory(topics, contracts, deadLetters, retries);
	}

	@Bean
	RawRecords rawRecords() {
		return new RawRecords();
	}

	/** All topics, with their settings, before the first consumer or the relay starts. */
	@Bean
	KafkaAdmin.NewTopics topicsToCreate(Topics topics, List<EventConsumer> intakes,
			@Value("${spring.application.name}") String group) {
		Set<String> subscribed = intakes.stream().map(EventConsumer::topic).collect(Collectors.toSet());
		return new KafkaAdmin.NewTopics(topics.toCreate(group, subscribed).toArray(NewTopic[]::new));
	}

	/**
	 * What an intake throws means that the database or the broker is away: the same
	 * records again and again until they are back. Spring's own default would give up
	 * after ten times and drop them.
	 */
	@Bean
	ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> redeliverForEver() {
		ExponentialBackOff backOff = new ExponentialBackOff(FIRST_PAUSE, 2);
		backOff.setMaxInterval(LONGEST_PAUSE);
		return (container, destination, group) -> container.setCommonErrorHandler(new DefaultErrorHandler(backOff));
	}

}
