package org.sharaka.chassis.command;

/**
 * An object that changes as a whole. Implementations are immutable: a command returns the
 * state after it.
 */
public interface Aggregate {

	/** A UUID in canonical form. */
	String id();

	/**
	 * The number of events that the aggregate has had. It is the {@code sequence} of the
	 * last one, and the aggregate's ETag.
	 */
	long version();

}
