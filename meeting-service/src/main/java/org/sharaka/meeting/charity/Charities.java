package org.sharaka.meeting.charity;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The charities that this service has heard of. Thread-safe. */
public interface Charities {

	/**
	 * Takes in states, each unless a later one of its charity is there already. One
	 * command to the database for all.
	 */
	void learn(Collection<Charity> states);

	/** Those that are known, by id. */
	Map<String, Charity> findAll(Collection<String> ids);

	/** Those of these that must not be invited any more. */
	List<Charity> withoutStanding(Collection<String> ids);

	/**
	 * All that must not be invited any more, in the order of their ids.
	 * @param afterId null at the start
	 */
	List<Charity> withoutStanding(@Nullable String afterId, int limit);

	/** Registered ones that match, in the order of their ids. */
	List<Charity> registered(Criteria criteria, int limit);

}
