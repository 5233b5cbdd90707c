package org.sharaka.chassis.consumer;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.kafka.listener.AbstractMessageListenerContainer;

/** The listener containers that the binder has created, by destination. Thread-safe. */
final class ConsumerContainers {

	private final Map<String, AbstractMessageListenerContainer<?, ?>> containers = new ConcurrentHashMap<>();

	void add(String destination, AbstractMessageListenerContainer<?, ?> container) {
		this.containers.put(destination, container);
	}

	/** The destinations whose container was stopped or has ended. */
	List<String> notRunning() {
		return this.containers.entrySet()
			.stream()
			.filter((entry) -> !entry.getValue().isRunning() || !entry.getValue().isInExpectedState())
			.map(Map.Entry::getKey)
			.sorted()
			.toList();
	}

}
