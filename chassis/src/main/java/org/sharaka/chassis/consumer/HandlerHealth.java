package org.sharaka.chassis.consumer;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.sharaka.chassis.event.Event;

/**
 * Decides whether unexpected failures are the fault of single events or of the handler.
 * For each event type it remembers the keys whose events have failed since an event of
 * that type was last handled. If they are several, the handler is at fault. Thread-safe.
 */
final class HandlerHealth {

	/** Events of one key may all fail because of that key's state. */
	private static final int MIN_KEYS_OF_A_FAULTY_HANDLER = 2;

	private final Map<String, Set<String>> failedKeys = new HashMap<>();

	synchronized void handled(Collection<Event> events) {
		events.forEach((event) -> this.failedKeys.remove(event.type()));
	}

	/**
	 * Adds events that have failed on all their attempts.
	 * @param handled the events of the same batch that were handled: the handler is not
	 * at fault for their types
	 */
	synchronized boolean isAtFault(Collection<Event> failed, Collection<Event> handled) {
		Map<String, Set<String>> suspects = new HashMap<>();
		for (Event event : failed) {
			suspects.computeIfAbsent(event.type(), this::failedBefore).add(String.valueOf(event.key()));
		}
		handled.forEach((event) -> suspects.remove(event.type()));
		if (suspects.values().stream().anyMatch((keys) -> keys.size() >= MIN_KEYS_OF_A_FAULTY_HANDLER)) {
			return true;
		}
		this.failedKeys.putAll(suspects);
		return false;
	}

	private Set<String> failedBefore(String type) {
		return new HashSet<>(this.failedKeys.getOrDefault(type, Set.of()));
	}

}
