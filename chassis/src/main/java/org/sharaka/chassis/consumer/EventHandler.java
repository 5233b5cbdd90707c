package org.sharaka.chassis.consumer;

import java.util.List;
import java.util.Set;

import org.sharaka.chassis.event.Event;

/**
 * What a service does with the events of one topic.
 *
 * <p>
 * The same event may come again, and again after a later one of its key: after a crash, a
 * rebalance, a replay. Handling it twice must do what handling it once does, and it is
 * the database that must guarantee it, not a look beforehand.
 */
public interface EventHandler {

	/**
	 * The full types that this handler takes, perhaps {@link Event#TOMBSTONE}; other
	 * types pass by.
	 */
	Set<String> types();

	/**
	 * Handles events in their order, with few commands to the database for all of them.
	 * If it throws, all are handed in again one by one.
	 * @throws org.sharaka.chassis.event.InvalidEventException if an event can never be
	 * handled: it becomes a dead letter
	 * @throws RuntimeException if trying again may help: after some attempts it becomes a
	 * dead letter, unless the database or the broker is what fails, for which it waits
	 */
	void handle(List<Event> events);

}
