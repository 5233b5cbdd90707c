package org.sharaka.meeting.meeting;

import java.util.Collection;
import java.util.Map;

import org.sharaka.chassis.command.CommandContext;
import org.sharaka.meeting.charity.Audience;

/** The invitations to meetings, as far as meetings need them. Thread-safe. */
public interface MeetingInvitations {

	/**
	 * Records durably that these are to be invited. Nothing is issued as long as the
	 * meeting does not exist. The same command again changes nothing.
	 * @param expected how many charities the audience is now
	 */
	void request(String meetingId, Audience audience, int expected, CommandContext context);

	/**
	 * Issues the invitations that were requested: at once if they are few, otherwise in
	 * the background.
	 */
	void issueRequested(String meetingId);

	/**
	 * To be called after a meeting was moved: a charity that lost its standing after it
	 * declined is not asked again.
	 */
	void recheckDeclined(Meeting moved);

	/** The meetings that a charity was ever invited to. */
	Collection<String> meetingsOf(String charityId);

	/** A summary for each of these meetings, by id. */
	Map<String, Summary> summaries(Collection<Meeting> meetings);

	/**
	 * The invitations to a meeting.
	 *
	 * @param counts how many there are of each status, 0 included
	 */
	record Summary(Map<String, Integer> counts, Issuing issuing) {
	}

	/**
	 * How far issuing is.
	 *
	 * @param status RUNNING, DONE or CANCELLED
	 * @param expected how many charities the audience was when it was requested
	 * @param issued how many of them have been invited
	 */
	record Issuing(String status, int expected, int issued) {
	}

}
