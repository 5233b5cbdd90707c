package org.sharaka.registry.charity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The rules for decisions. */
public final class DecisionPolicies {

	/** Decisions that go against the charity need a reason. */
	static final CharityPolicy<Decision> REASON_GIVEN = (charity, decision, jurisdiction,
			now) -> (decision.reason() != null || !decision.kind().needsReason()) ? Optional.empty()
					: Optional.of(new CharityRefusal.ReasonMissing(decision.kind()));

	/** {@link DecisionKind} lists the statuses in which a decision is allowed. */
	static final CharityPolicy<Decision> ALLOWED_IN_STATUS = (charity, decision, jurisdiction,
			now) -> decision.kind().isAllowedIn(charity.status()) ? Optional.empty()
					: Optional.of(new CharityRefusal.DecisionNotAllowed(decision.kind(), charity.status()));

	/** A decision changes the status when it is entered, so it cannot wait for a date. */
	static final CharityPolicy<Decision> NOT_IN_FUTURE = (charity, decision, jurisdiction, now) -> {
		LocalDate today = jurisdiction.dayOf(now);
		return decision.effectiveDate().isAfter(today)
				? Optional.of(new CharityRefusal.EffectiveDateInFuture(decision.effectiveDate(), today))
				: Optional.empty();
	};

	/**
	 * A decision ends the status that the charity has, so it cannot hold from before that
	 * status began: an application is not decided before it is made, nor a suspension
	 * lifted before it starts. This also keeps the statuses of the past in the order of
	 * the decisions.
	 */
	static final CharityPolicy<Decision> NOT_BEFORE_STATUS = (charity, decision, jurisdiction, now) -> {
		LocalDate since = jurisdiction.dayOf(charity.statusSince());
		return decision.effectiveDate().isBefore(since)
				? Optional
					.of(new CharityRefusal.EffectiveDateTooEarly(decision.effectiveDate(), charity.status(), since))
				: Optional.empty();
	};

	/** All rules, in the order in which they are applied: first those on the input. */
	public static final List<CharityPolicy<Decision>> ALL = List.of(REASON_GIVEN, NOT_IN_FUTURE, ALLOWED_IN_STATUS,
			NOT_BEFORE_STATUS);

	private DecisionPolicies() {
	}

}
