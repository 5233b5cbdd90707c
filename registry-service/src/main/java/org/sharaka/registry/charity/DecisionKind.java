package org.sharaka.registry.charity;

import java.util.Set;

/**
 * What the ministry may decide on a charity: from which statuses, to which, and whether
 * it owes a reason.
 */
public enum DecisionKind {

	APPROVE(CharityStatus.REGISTERED, false, CharityStatus.APPLIED),
	RETURN(CharityStatus.RETURNED, true, CharityStatus.APPLIED),
	REFUSE(CharityStatus.REFUSED, true, CharityStatus.APPLIED, CharityStatus.RETURNED),
	SUSPEND(CharityStatus.SUSPENDED, true, CharityStatus.REGISTERED),
	REINSTATE(CharityStatus.REGISTERED, false, CharityStatus.SUSPENDED),
	DISSOLVE(CharityStatus.DISSOLVED, true, CharityStatus.REGISTERED, CharityStatus.SUSPENDED),
	REMOVE(CharityStatus.REMOVED, true, CharityStatus.REGISTERED, CharityStatus.SUSPENDED, CharityStatus.DISSOLVED);

	private final CharityStatus leadsTo;

	private final boolean reasonOwed;

	private final Set<CharityStatus> allowedIn;

	DecisionKind(CharityStatus leadsTo, boolean reasonOwed, CharityStatus... allowedIn) {
		this.leadsTo = leadsTo;
		this.reasonOwed = reasonOwed;
		this.allowedIn = Set.of(allowedIn);
	}

	public CharityStatus leadsTo() {
		return this.leadsTo;
	}

	/** Whether the charity must be told why. */
	public boolean isReasonOwed() {
		return this.reasonOwed;
	}

	public boolean isAllowedIn(CharityStatus status) {
		return this.allowedIn.contains(status);
	}

}
