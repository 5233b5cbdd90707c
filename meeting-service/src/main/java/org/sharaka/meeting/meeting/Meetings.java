package org.sharaka.meeting.meeting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.command.Aggregates;
import org.sharaka.chassis.history.History;

/** All meetings. Thread-safe. */
public interface Meetings extends Aggregates<Meeting, MeetingEvent> {

	/** Those of these that exist, by id. */
	Map<String, Meeting> findAll(Collection<String> ids);

	/**
	 * Meetings in the order of their start, then of their ids.
	 * @param after null at the start
	 */
	List<Meeting> list(Selection selection, @Nullable Position after, int limit);

	/** What meetings were in the past. */
	History<Meeting> history();

	/**
	 * Which meetings to list.
	 *
	 * @param from starting at this instant or later; null for all
	 * @param to starting before this instant; null for all
	 * @param type null for all
	 * @param ids only these; null for all
	 */
	record Selection(@Nullable Instant from, @Nullable Instant to, MeetingDetails.@Nullable Type type,
			@Nullable Collection<String> ids) {
	}

	/** A position in a list. */
	record Position(Instant start, String id) {
	}

}
