package org.sharaka.chassis.command;

import java.util.List;

/**
 * What comes of a command. The model returns the first three; {@link CommandHandler} adds
 * the last one.
 *
 * @param <A> the aggregate
 * @param <E> its events
 */
public sealed interface Outcome<A, E> {

	/**
	 * The aggregate changes.
	 *
	 * @param state the aggregate after the change, with its new version
	 * @param events what happened, in order; at least one
	 */
	record Changed<A, E>(A state, List<E> events) implements Outcome<A, E> {

		public Changed {
			events = List.copyOf(events);
			if (events.isEmpty()) {
				throw new IllegalArgumentException("a change has at least one event");
			}
		}

	}

	/**
	 * Everything is already as the command asks, or the command was processed before.
	 *
	 * @param state the aggregate as it is
	 */
	record Unchanged<A, E>(A state) implements Outcome<A, E> {
	}

	/** A policy forbids the command. */
	record Refused<A, E>(Refusal refusal) implements Outcome<A, E> {
	}

	/** There is no aggregate with this id. */
	record NotFound<A, E>(String id) implements Outcome<A, E> {
	}

}
