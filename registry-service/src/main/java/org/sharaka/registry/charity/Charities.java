package org.sharaka.registry.charity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** All charities that ever applied. Thread-safe. */
public interface Charities {

	/**
	 * A charity as it was read.
	 *
	 * @param obeyed the ids of the last commands that changed it
	 */
	record Found(Charity charity, Set<String> obeyed) {
	}

	/**
	 * Which charities to list. An empty set asks for all.
	 *
	 * @param words what a person typed to search for; blank asks for all
	 */
	record Criteria(String words, Set<Kind> kinds, Set<Field> fields, Set<Region> regions,
			Set<CharityStatus> statuses) {
	}

	/** The place of a charity in a list. */
	record Place(Instant appliedAt, String id) {
	}

	Optional<Found> find(String id);

	/** The charity that was registered under this number. */
	Optional<Found> findRegistered(String registrationNumber);

	/**
	 * Charities, the last to apply first.
	 * @param after null to start with the first
	 */
	List<Charity> list(Criteria criteria, @Nullable Place after, int limit);

	/**
	 * What happened to a charity, oldest first; empty if there is no such charity.
	 * @param after the version to go on after; 0 for the start
	 */
	Optional<List<HistoryEntry>> history(String id, long after, int limit);

	/**
	 * Keeps a new charity and its events.
	 * @return false if a charity with this id is there already
	 */
	boolean add(Outcome.Changed application, Command command, Instant now);

	/**
	 * Keeps a change and its events.
	 * @param before the version that the change was decided on
	 * @return false if the charity is no longer at that version
	 */
	boolean save(long before, Outcome.Changed change, Command command, Instant now);

}
