package org.sharaka.meeting.charity;

import java.util.List;

/**
 * Whom to invite: charities by id, and the registered charities that match the criteria.
 *
 * @param charityIds each once, sorted
 */
public record Audience(List<String> charityIds, Criteria criteria) {

	public Audience {
		charityIds = charityIds.stream().distinct().sorted().toList();
	}

}
