package org.sharaka.chassis.consumer;

import org.sharaka.chassis.event.Contracts;
import org.sharaka.chassis.event.Topics;

/**
 * Makes a service's intakes. Each is a bean of its own, named in
 * {@code spring.cloud.function.definition}, so that the binder binds it to its topic.
 */
public final class EventConsumerFactory {

	private final Topics topics;

	private final Contracts contracts;

	private final DeadLetterTopic deadLetters;

	private final EventConsumer.Retries retries;

	public EventConsumerFactory(Topics topics, Contracts contracts, DeadLetterTopic deadLetters,
			EventConsumer.Retries retries) {
		this.topics = topics;
		this.contracts = contracts;
		this.deadLetters = deadLetters;
		this.retries = retries;
	}

	/**
	 * @param topic as in {@code contracts/topics.json}, without the installation's prefix
	 */
	public EventConsumer of(String topic, EventHandler handler) {
		return new EventConsumer(this.topics.named(this.topics.prefix() + topic), handler, this.contracts,
				this.deadLetters, this.retries);
	}

}
