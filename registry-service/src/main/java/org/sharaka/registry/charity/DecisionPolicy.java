package org.sharaka.registry.charity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A rule that every decision on a charity must keep. */
@FunctionalInterface
public interface DecisionPolicy {

	/**
	 * A decision is allowed in certain statuses only; {@link DecisionKind} lists them.
	 */
	DecisionPolicy ALLOWED_IN_STATUS = (charity, decision, today) -> decision.kind().isAllowedIn(charity.status())
			? Optional.empty() : Optional.of(new Refusal.DecisionNotAllowed(decision.kind(), charity.status()));

	/** Who is refused, sent back or struck is told why. */
	DecisionPolicy REASON_GIVEN = (charity, decision,
			today) -> (decision.reason() != null || !decision.kind().isReasonOwed()) ? Optional.empty()
					: Optional.of(new Refusal.ReasonMissing(decision.kind()));

	/** A decision takes effect when it is entered, so its date may not lie ahead. */
	DecisionPolicy NOT_IN_FUTURE = (charity, decision, today) -> decision.effectiveDate().isAfter(today)
			? Optional.of(new Refusal.EffectiveInFuture(decision.effectiveDate(), today)) : Optional.empty();

	/** All rules; the first that is broken is told. */
	List<DecisionPolicy> ALL = List.of(REASON_GIVEN, NOT_IN_FUTURE, ALLOWED_IN_STATUS);

	/**
	 * @param today the present day in the register's zone
	 * @return why not, if the rule forbids the decision
	 */
	Optional<Refusal> refusal(Charity charity, Decision decision, LocalDate today);

}
