package org.sharaka.chassis.consumer;

import java.util.List;
import java.util.Set;

import org.sharaka.chassis.event.Event;

/**
 * Handles the events of one topic for a service.
 *
 * <p>
 * After a crash, a rebalance or a replay the same event may come again, also after a
 * later one of its key. Handling it twice must have the effect of handling it once. The
 * database must guarantee that, by a unique key or a conditional update; a check before
 * the write is a race.
 */
public interface EventHandler {

	/**
	 * The full types that this handler takes, optionally {@link Event#TOMBSTONE}. Events
	 * of other types are ignored.
	 */
	Set<String> types();

	/**
	 * Handles events in their order, with few commands to the database for all of them.
	 * If it throws, all are handed in again one by one.
	 * @throws org.sharaka.chassis.event.InvalidEventException if an event can never be
	 * handled: it becomes a dead letter
	 * @throws RetryableEventException if an event may be handled soon: after some
	 * attempts it becomes a dead letter
	 * @throws RuntimeException as the package's description says
	 */
	void handle(List<Event> events);

	/**
	 * Whether this handler keeps a view that the service answers from. An instance is not
	 * ready before the view contains everything that its topic had when the instance
	 * started.
	 */
	default boolean feedsView() {
		return false;
	}

}
