package org.sharaka.registry.charity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/**
 * The status of a charity in the register. {@link DecisionKind} says which decision leads
 * to which status.
 */
public enum CharityStatus {

	/** Waits for the ministry's review. */
	APPLIED,
	/** Sent back to the applicant; a change of the profile applies again. */
	RETURNED,
	/** In the register. */
	REGISTERED,
	/** The application was refused. */
	REFUSED,
	/** In the register, but may not act until it is reinstated. */
	SUSPENDED,
	/** Merged into another charity. No decision leads to this status yet. */
	MERGED,
	/** Wound up. */
	DISSOLVED,
	/** Struck off the register. */
	REMOVED,
	/**
	 * A status that a newer version of this service has written. While both versions run,
	 * this one shows the charity but allows no command to it.
	 */
	UNKNOWN;

	/** All statuses that this version of the service knows. */
	public static final List<CharityStatus> KNOWN = List.copyOf(EnumSet.complementOf(EnumSet.of(UNKNOWN)));

	/** The status of this name, or {@link #UNKNOWN}. */
	public static CharityStatus of(String name) {
		return Arrays.stream(values()).filter((status) -> status.name().equals(name)).findFirst().orElse(UNKNOWN);
	}

	/** Whether the profile can be changed in this status. */
	public boolean allowsProfileChanges() {
		return this == APPLIED || this == RETURNED || this == REGISTERED;
	}

}
