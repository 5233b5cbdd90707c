package org.sharaka.notification.meeting;

import java.time.Instant;

/**
 * An invitation as its latest event described it.
 *
 * @param id meeting id, slash, charity id
 * @param sequence of the event
 * @param changedAt the event's time
 */
public record Invitation(String id, String meetingId, String charityId, boolean withdrawn, long sequence,
		Instant changedAt) {

	public static String idOf(String meetingId, String charityId) {
		return meetingId + "/" + charityId;
	}

}
