package org.sharaka.meeting.invitation;

import org.sharaka.meeting.charity.CharityStatus;

/** Why an invitation was withdrawn: a code of an extensible list. */
public record WithdrawalReason(String code) {

	public static final WithdrawalReason CHARITY_SUSPENDED = new WithdrawalReason("CHARITY_SUSPENDED");

	public static final WithdrawalReason CHARITY_DISSOLVED = new WithdrawalReason("CHARITY_DISSOLVED");

	public static final WithdrawalReason CHARITY_REMOVED = new WithdrawalReason("CHARITY_REMOVED");

	/**
	 * @throws IllegalArgumentException for a status that is no reason to withdraw
	 */
	static WithdrawalReason of(CharityStatus status) {
		return switch (status) {
			case SUSPENDED -> CHARITY_SUSPENDED;
			case DISSOLVED -> CHARITY_DISSOLVED;
			// a charity that was merged into another one leaves the register
			case REMOVED, MERGED -> CHARITY_REMOVED;
			case APPLIED, RETURNED, REGISTERED, REFUSED -> throw new IllegalArgumentException(status.name());
		};
	}

}
