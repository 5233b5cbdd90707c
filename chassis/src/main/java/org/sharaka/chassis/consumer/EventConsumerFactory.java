package org.sharaka.chassis.consumer;

import java.time.Clock;

import org.sharaka.chassis.event.Contracts;
import org.sharaka.chassis.event.Topics;
import org.sharaka.chassis.trace.EventSpans;

/**
 * Creates a service's consumers. Each is a bean of its own that is named in
 * {@code spring.cloud.function.definition}, so that the binder binds it to its topic.
 */
public final class EventConsumerFactory {

	private final Topics topics;

	private final Contracts contracts;

	private final DeadLetterTopic deadLetters;

	private final DeadLetterErasure erasure;

	private final EventSpans spans;

	private final EventConsumer.Retries retries;

	private final Clock clock;

	EventConsumerFactory(Topics topics, Contracts contracts, DeadLetterTopic deadLetters, DeadLetterErasure erasure,
			EventSpans spans, EventConsumer.Retries retries, Clock clock) {
		this.topics = topics;
		this.contracts = contracts;
		this.deadLetters = deadLetters;
		this.erasure = erasure;
		this.spans = spans;
		this.retries = retries;
		this.clock = clock;
	}

	/**
	 * Creates the consumer of a topic.
	 * @param topic as in {@code contracts/topics.json}, without the installation's prefix
	 */
	public EventConsumer of(String topic, EventHandler handler) {
		return new EventConsumer(this.topics.named(this.topics.prefix() + topic), handler, this.contracts,
				this.deadLetters, this.erasure, this.spans, this.retries, this.clock);
	}

}
