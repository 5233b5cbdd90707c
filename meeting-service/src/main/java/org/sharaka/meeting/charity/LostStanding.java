package org.sharaka.meeting.charity;

/**
 * A charity stopped being registered.
 *
 * @param status its new status; one that {@link CharityStatus#endsStanding ends standing}
 * @param sequence the version of the charity with this status. What was decided about the
 * charity on a later version is not affected
 */
public record LostStanding(String charityId, CharityStatus status, long sequence) {

	public LostStanding {
		if (!status.endsStanding()) {
			throw new IllegalArgumentException(status + " does not end standing");
		}
	}

}
