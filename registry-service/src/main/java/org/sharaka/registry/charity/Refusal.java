package org.sharaka.registry.charity;

import java.time.LocalDate;

/** Why a charity was not changed. */
public sealed interface Refusal {

	/** The decision does not fit the charity's status. */
	record DecisionNotAllowed(DecisionKind decision, CharityStatus status) implements Refusal {
	}

	/** This decision owes the charity a reason. */
	record ReasonMissing(DecisionKind decision) implements Refusal {
	}

	/** The decision would take effect later than today. */
	record EffectiveInFuture(LocalDate effectiveDate, LocalDate today) implements Refusal {
	}

	/** Name, kind, fields and region are fixed in this status. */
	record ChangeNotAllowed(CharityStatus status) implements Refusal {
	}

	/**
	 * A contact was given an id that is not one of the charity's, or the same id as
	 * another one.
	 *
	 * @param index its place in the list, from 0
	 */
	record UnknownContact(int index) implements Refusal {
	}

}
