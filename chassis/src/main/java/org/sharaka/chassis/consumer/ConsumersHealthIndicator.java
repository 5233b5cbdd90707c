package org.sharaka.chassis.consumer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Down if a consumer is not running, or if a partition pauses because its handler fails.
 * Partitions that wait for the database or the broker are listed, but those have
 * indicators of their own.
 */
final class ConsumersHealthIndicator extends AbstractHealthIndicator {

	private final List<EventConsumer> consumers;

	private final ConsumerContainers containers;

	ConsumersHealthIndicator(List<EventConsumer> consumers, ConsumerContainers containers, MeterRegistry meters) {
		super("The consumers' state is not known");
		this.consumers = List.copyOf(consumers);
		this.containers = containers;
		for (EventConsumer consumer : consumers) {
			Gauge
				.builder("sharaka.consumer.paused.partitions", consumer.pausedPartitions(),
						(paused) -> paused.current().size())
				.description("partitions whose events come again and again; alarm when it stays above zero")
				.tag("topic", consumer.topic())
				.register(meters);
		}
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		List<String> notRunning = this.containers.notRunning();
		Map<String, Object> paused = new LinkedHashMap<>();
		boolean handlerAtFault = false;
		for (EventConsumer consumer : this.consumers) {
			Map<Integer, PausedPartitions.Pause> pauses = consumer.pausedPartitions().current();
			if (!pauses.isEmpty()) {
				paused.put(consumer.topic(), pauses);
				handlerAtFault |= pauses.values().stream().anyMatch(PausedPartitions.Pause::handlerAtFault);
			}
		}
		builder.status((notRunning.isEmpty() && !handlerAtFault) ? "UP" : "DOWN");
		if (!notRunning.isEmpty()) {
			builder.withDetail("notRunning", notRunning);
		}
		if (!paused.isEmpty()) {
			builder.withDetail("paused", paused);
		}
	}

}
