package org.sharaka.registry.charity;

import java.util.Set;

/** Where a charity stands. {@link DecisionKind} says which decision leads where. */
public enum CharityStatus {

	/** Waits for the ministry's review. */
	APPLIED,
	/** Sent back to the applicant; a change of it applies again. */
	RETURNED,
	/** In the register. */
	REGISTERED,
	/** The application was refused. */
	REFUSED,
	/** In the register, but may not act until it is reinstated. */
	SUSPENDED,
	/** Went up in another charity. No decision leads here: mergers are not built yet. */
	MERGED,
	/** Wound up. */
	DISSOLVED,
	/** Struck off the register. */
	REMOVED;

	private static final Set<CharityStatus> CHANGEABLE = Set.of(APPLIED, RETURNED, REGISTERED);

	/** Whether name, kind, fields and region may be changed. */
	public boolean isChangeable() {
		return CHANGEABLE.contains(this);
	}

}
