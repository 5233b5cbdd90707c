package org.sharaka.meeting.charity;

/**
 * A charity stopped being registered.
 *
 * @param status what it became; one that {@link CharityStatus#endsStanding ends standing}
 * @param sequence the charity's version that says so. What was decided about the charity
 * on a later version is not touched by it
 */
public record LostStanding(String charityId, CharityStatus status, long sequence) {

	public LostStanding {
		if (!status.endsStanding()) {
			throw new IllegalArgumentException(status + " does not end standing");
		}
	}

}
