package org.sharaka.meeting.meeting;

import org.sharaka.meeting.charity.CharityStatus;

/** Why an invitation no longer holds. */
public enum WithdrawalReason {

	CHARITY_SUSPENDED, CHARITY_DISSOLVED, CHARITY_REMOVED;

	/**
	 * @throws IllegalArgumentException for a status that is no reason to withdraw
	 */
	static WithdrawalReason of(CharityStatus status) {
		return switch (status) {
			case SUSPENDED -> CHARITY_SUSPENDED;
			case DISSOLVED -> CHARITY_DISSOLVED;
			// a charity that was merged into another leaves the register
			case REMOVED, MERGED -> CHARITY_REMOVED;
			case APPLIED, RETURNED, REGISTERED, REFUSED -> throw new IllegalArgumentException(status.name());
		};
	}

}
