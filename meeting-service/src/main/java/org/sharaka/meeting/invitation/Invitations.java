package org.sharaka.meeting.invitation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.command.Aggregates;
import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.command.Outcome.Changed;
import org.sharaka.meeting.meeting.Meeting;

/** All invitations. Thread-safe. */
public interface Invitations extends Aggregates<Invitation, InvitationEvent> {

	/** Those of these that exist, by id. */
	Map<String, Invitation> findAll(Collection<String> ids);

	/**
	 * Writes new invitations in bulk; one that exists is left as it is.
	 * @return how many were added
	 */
	int addAll(List<Changed<Invitation, InvitationEvent>> issued, CommandContext context);

	/**
	 * Writes changes in bulk.
	 * @return whether all were written; if not, some invitations are no longer at the
	 * version that was changed
	 */
	boolean saveAll(List<Changed<Invitation, InvitationEvent>> changes, CommandContext context);

	/**
	 * The invitations to a meeting in the order of the charities' ids.
	 * @param status as it reads in the meeting's round; null for all
	 * @param afterCharityId null at the start
	 */
	List<Invitation> ofMeeting(Meeting meeting, Invitation.@Nullable Status status, @Nullable String afterCharityId,
			int limit);

	/**
	 * Invitations to a meeting that have this answer to an earlier round, in the order of
	 * the charities' ids.
	 * @param afterCharityId null at the start
	 */
	List<Invitation> answeredEarlier(Meeting meeting, Invitation.Status answer, @Nullable String afterCharityId,
			int limit);

	/**
	 * Invitations of these charities that are not withdrawn, in the order of their ids.
	 * @param afterId null at the start
	 */
	List<Invitation> notWithdrawn(Collection<String> charityIds, @Nullable String afterId, int limit);

	/** The meetings that a charity was ever invited to. */
	Set<String> meetingsOf(String charityId);

	/** How many invitations there are to each meeting, by status in its round. */
	Map<String, Map<Invitation.Status, Integer>> count(Collection<Meeting> meetings);

}
