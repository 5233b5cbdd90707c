package org.sharaka.meeting.charity;

/** The status of a charity in the register. */
public enum CharityStatus {

	APPLIED, RETURNED, REGISTERED, REFUSED, SUSPENDED, MERGED, DISSOLVED, REMOVED;

	/** Whether a charity that was registered no longer may be invited. */
	public boolean endsStanding() {
		return switch (this) {
			case SUSPENDED, MERGED, DISSOLVED, REMOVED -> true;
			case APPLIED, RETURNED, REGISTERED, REFUSED -> false;
		};
	}

}
