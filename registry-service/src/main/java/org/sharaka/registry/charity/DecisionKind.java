package org.sharaka.registry.charity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the ministry can decide on a charity: in which statuses, leading to which status,
 * and whether a reason is needed.
 */
public enum DecisionKind {

	APPROVE(CharityStatus.REGISTERED, false, CharityStatus.APPLIED),
	RETURN(CharityStatus.RETURNED, true, CharityStatus.APPLIED),
	REFUSE(CharityStatus.REFUSED, true, CharityStatus.APPLIED, CharityStatus.RETURNED),
	SUSPEND(CharityStatus.SUSPENDED, true, CharityStatus.REGISTERED),
	REINSTATE(CharityStatus.REGISTERED, false, CharityStatus.SUSPENDED),
	DISSOLVE(CharityStatus.DISSOLVED, true, CharityStatus.REGISTERED, CharityStatus.SUSPENDED),
	REMOVE(CharityStatus.REMOVED, true, CharityStatus.REGISTERED, CharityStatus.SUSPENDED, CharityStatus.DISSOLVED),
	/**
	 * A decision that a newer version of this service has entered. It cannot be taken.
	 */
	UNKNOWN(CharityStatus.UNKNOWN, false);

	/** All decisions that can be taken. */
	public static final List<DecisionKind> KNOWN = List.copyOf(EnumSet.complementOf(EnumSet.of(UNKNOWN)));

	private final CharityStatus leadsTo;

	private final boolean needsReason;

	private final Set<CharityStatus> allowedIn;

	DecisionKind(CharityStatus leadsTo, boolean needsReason, CharityStatus... allowedIn) {
		this.leadsTo = leadsTo;
		this.needsReason = needsReason;
		this.allowedIn = Set.of(allowedIn);
	}

	/** The decision of this name, or {@link #UNKNOWN}. */
	public static DecisionKind of(String name) {
		return Arrays.stream(values()).filter((kind) -> kind.name().equals(name)).findFirst().orElse(UNKNOWN);
	}

	public CharityStatus leadsTo() {
		return this.leadsTo;
	}

	/** Whether the charity must be given a reason. */
	public boolean needsReason() {
		return this.needsReason;
	}

	public boolean isAllowedIn(CharityStatus status) {
		return this.allowedIn.contains(status);
	}

}
