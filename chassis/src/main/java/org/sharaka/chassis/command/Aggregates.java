package org.sharaka.chassis.command;

import java.util.Optional;

/**
 * All aggregates of one kind. A model names its own, such as {@code Charities}, and adds
 * its queries. Thread-safe.
 *
 * @param <A> the aggregate
 * @param <E> its events
 */
public interface Aggregates<A extends Aggregate, E> {

	Optional<A> find(String id);

	/**
	 * Adds a new aggregate with its events.
	 * @throws AlreadyExistsException if the id or another unique value is taken
	 */
	void add(Outcome.Changed<A, E> created, CommandContext context);

	/**
	 * Writes a change with its events.
	 * @param version the version that the change was decided on
	 * @throws VersionConflictException if the aggregate is no longer at that version
	 */
	void save(long version, Outcome.Changed<A, E> change, CommandContext context);

	/** Whether the aggregate has processed this command before, however long ago. */
	boolean isProcessed(String id, String commandId);

}
