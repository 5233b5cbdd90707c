package org.sharaka.registry.charity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A rule for one type of command to a charity. {@link DecisionPolicies},
 * {@link ProfilePolicies} and {@link ContactPolicies} list all rules.
 *
 * @param <C> the command
 */
@FunctionalInterface
public interface CharityPolicy<C> {

	/**
	 * Why the rule forbids the command; empty if it does not.
	 * @param jurisdiction the law of the charity's country as of now
	 */
	Optional<CharityRefusal> refusal(Charity charity, C command, JurisdictionProfile jurisdiction, Instant now);

	/** The refusal of the first of these rules that forbids the command. */
	static <C> Optional<CharityRefusal> firstRefusal(List<CharityPolicy<C>> policies, Charity charity, C command,
			JurisdictionProfile jurisdiction, Instant now) {
		return policies.stream()
			.flatMap((policy) -> policy.refusal(charity, command, jurisdiction, now).stream())
			.findFirst();
	}

}
