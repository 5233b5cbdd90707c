package org.sharaka.chassis.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The history of all aggregates of one kind. An event is in it as soon as its command has
 * been answered. Thread-safe.
 *
 * @param <A> the aggregate
 */
public interface History<A> {

	/**
	 * The entries of an aggregate after a version, oldest first.
	 * @param after 0 for all
	 */
	List<HistoryEntry<A>> entries(String id, long after, int limit);

	/**
	 * The aggregate as it was at one time, as far as it was known at another.
	 *
	 * <p>
	 * Takes the entries with {@code recordedAt <= knownAt} and
	 * {@code effectiveAt <= asAt} in the order of {@code effectiveAt}, then of their
	 * version, and applies what each of them changed to the aggregate's fields. A change
	 * that was back-dated therefore counts from its effective time on and takes nothing
	 * back that was changed after it.
	 * @return empty if the aggregate did not exist at that time, or was not known
	 */
	Optional<A> stateAt(String id, Instant asAt, Instant knownAt);

	/**
	 * Erases fields from all states of an aggregate that are in its history.
	 * @param fields names of stored fields, such as {@code contacts}
	 */
	void erase(String id, String... fields);

}
