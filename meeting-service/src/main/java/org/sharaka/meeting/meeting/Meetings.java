package org.sharaka.meeting.meeting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.sharaka.meeting.meeting.Outcome.Change;

/** All meetings. Thread-safe. */
public interface Meetings {

	Optional<Meeting> find(String id);

	/** Which of these exist. */
	Set<String> existing(Collection<String> ids);

	/** A meeting without its invitations, but with how many there are of each status. */
	Optional<Listed> findListed(String id);

	/**
	 * @param tally how many invitations there are of each status
	 */
	record Listed(MeetingSnapshot snapshot, Map<InvitationStatus, Integer> tally) {
	}

	/**
	 * Meetings in the order of their start, then of their ids.
	 * @param after null at the start
	 */
	List<Listed> list(Selection selection, @Nullable Place after, int limit);

	/**
	 * @param from starting at this instant or later; null for all
	 * @param to starting before this instant; null for all
	 * @param type null for all
	 * @param charityId one that was invited, even if that was withdrawn; null for all
	 */
	record Selection(@Nullable Instant from, @Nullable Instant to, @Nullable MeetingType type,
			@Nullable String charityId) {
	}

	/** A place in a list. */
	record Place(Instant start, String id) {
	}

	/** The ids of those ahead to which one of these charities has an open invitation. */
	List<String> withOpenInvitations(Collection<String> charityIds, Instant now);

	/**
	 * Adds a meeting with its events.
	 * @throws org.sharaka.chassis.command.AlreadyExistsException if it is there
	 */
	void add(Change scheduled);

	/**
	 * Writes a change with its events.
	 * @param commandId what asked for it, if it may be asked for again
	 * @throws org.sharaka.chassis.command.VersionConflictException if the meeting is no
	 * longer what it was before the change
	 */
	void save(Change change, @Nullable String commandId);

	/** Whether the meeting has obeyed this command before. */
	boolean hasObeyed(String id, String commandId);

}
