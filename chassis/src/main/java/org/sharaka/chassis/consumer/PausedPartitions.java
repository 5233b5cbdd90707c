package org.sharaka.chassis.consumer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The partitions of a topic whose records are delivered again and again because they
 * cannot be handled at the moment. Thread-safe.
 */
final class PausedPartitions {

	/**
	 * A paused partition fails again sooner than this; if it does not, another instance
	 * has taken it over.
	 */
	private static final Duration MAX_AGE = Duration.ofMinutes(2);

	/**
	 * @param handlerAtFault whether the handler fails, and not the infrastructure
	 */
	record Pause(Instant since, Instant lastFailure, boolean handlerAtFault, String failure) {
	}

	private final Map<Integer, Pause> pauses = new ConcurrentHashMap<>();

	private final Clock clock;

	PausedPartitions(Clock clock) {
		this.clock = clock;
	}

	void failed(Collection<? extends ConsumerRecord<?, ?>> records, RuntimeException failure) {
		Instant now = this.clock.instant();
		Throwable cause = (failure instanceof HandlerFailureException && failure.getCause() != null)
				? failure.getCause() : failure;
		partitions(records).forEach((partition) -> this.pauses.compute(partition,
				(key, pause) -> new Pause((pause != null && isCurrent(pause, now)) ? pause.since() : now, now,
						failure instanceof HandlerFailureException, cause.getClass().getName())));
	}

	void handled(Collection<? extends ConsumerRecord<?, ?>> records) {
		if (!this.pauses.isEmpty()) {
			this.pauses.keySet().removeAll(partitions(records));
		}
	}

	/** By partition number. */
	Map<Integer, Pause> current() {
		Instant now = this.clock.instant();
		this.pauses.values().removeIf((pause) -> !isCurrent(pause, now));
		return new TreeMap<>(this.pauses);
	}

	private static boolean isCurrent(Pause pause, Instant now) {
		return pause.lastFailure().plus(MAX_AGE).isAfter(now);
	}

	private static Set<Integer> partitions(Collection<? extends ConsumerRecord<?, ?>> records) {
		return records.stream().map(ConsumerRecord::partition).collect(Collectors.toSet());
	}

}
