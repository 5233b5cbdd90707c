package org.sharaka.registry.charity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.command.Aggregates;
import org.sharaka.chassis.history.History;

/** All charities that ever applied. Thread-safe. */
public interface Charities extends Aggregates<Charity, CharityEvent> {

	/**
	 * Which charities to list. An empty set selects all.
	 *
	 * @param words what a person typed to search for; blank selects all
	 */
	record Criteria(String words, Set<Kind> kinds, Set<Field> fields, Set<Region> regions,
			Set<CharityStatus> statuses) {
	}

	/** Where a page of a list ends. */
	record KeysetPosition(Instant appliedAt, String id) {
	}

	/** The charity that was registered under this number. */
	Optional<Charity> findRegistered(String registrationNumber);

	/**
	 * Charities, the last to apply first.
	 * @param after the end of the previous page; null for the first page
	 */
	List<Charity> list(Criteria criteria, @Nullable KeysetPosition after, int limit);

	History<Charity> history();

}
