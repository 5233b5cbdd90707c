package org.sharaka.meeting.charity;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The charities that this service knows from their events. Thread-safe. */
public interface Charities {

	/**
	 * Applies states; one that is older than the stored state of its charity changes
	 * nothing.
	 */
	void apply(Collection<Charity> states);

	/** Those of these that are known, by id. */
	Map<String, Charity> findAll(Collection<String> ids);

	/** Those of these that must not be invited any more. */
	List<Charity> withoutStanding(Collection<String> ids);

	/**
	 * All that must not be invited any more, in the order of their ids.
	 * @param afterId null at the start
	 */
	List<Charity> withoutStanding(@Nullable String afterId, int limit);

	/** How many registered charities match. */
	int countRegistered(Criteria criteria);

	/**
	 * Registered charities that match, in the order of their ids.
	 * @param afterId null at the start
	 */
	List<Charity> registered(Criteria criteria, @Nullable String afterId, int limit);

}
