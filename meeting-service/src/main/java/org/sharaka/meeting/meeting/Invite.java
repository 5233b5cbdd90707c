package org.sharaka.meeting.meeting;

import java.util.List;

import org.sharaka.meeting.charity.Criteria;

/**
 * Whom to invite: these, and the registered ones that match.
 *
 * @param charityIds each once
 */
public record Invite(List<String> charityIds, Criteria criteria) {

	public Invite {
		charityIds = List.copyOf(charityIds);
	}

}
