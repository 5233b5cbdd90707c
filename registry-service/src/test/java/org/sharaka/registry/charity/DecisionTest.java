package org.sharaka.registry.charity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sharaka.chassis.text.BilingualText;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharaka.registry.charity.CharityFixtures.NOW;
import static org.sharaka.registry.charity.CharityFixtures.NUMBER;
import static org.sharaka.registry.charity.CharityFixtures.TODAY;
import static org.sharaka.registry.charity.CharityFixtures.changed;
import static org.sharaka.registry.charity.CharityFixtures.charity;
import static org.sharaka.registry.charity.CharityFixtures.decision;

/** The ministry decides on a charity. */
class DecisionTest {

	/** Status, decision, status after it; all that is not here is refused. */
	private static final Map<CharityStatus, Map<DecisionKind, CharityStatus>> ALLOWED = Map.of(CharityStatus.APPLIED,
			Map.of(DecisionKind.APPROVE, CharityStatus.REGISTERED, DecisionKind.RETURN, CharityStatus.RETURNED,
					DecisionKind.REFUSE, CharityStatus.REFUSED),
			CharityStatus.RETURNED, Map.of(DecisionKind.REFUSE, CharityStatus.REFUSED), CharityStatus.REGISTERED,
			Map.of(DecisionKind.SUSPEND, CharityStatus.SUSPENDED, DecisionKind.DISSOLVE, CharityStatus.DISSOLVED,
					DecisionKind.REMOVE, CharityStatus.REMOVED),
			CharityStatus.SUSPENDED,
			Map.of(DecisionKind.REINSTATE, CharityStatus.REGISTERED, DecisionKind.DISSOLVE, CharityStatus.DISSOLVED,
					DecisionKind.REMOVE, CharityStatus.REMOVED),
			CharityStatus.DISSOLVED, Map.of(DecisionKind.REMOVE, CharityStatus.REMOVED));

	@ParameterizedTest
	@EnumSource
	void inEachStatusOnlyWhatFitsIsAllowed(CharityStatus status) {
		Map<DecisionKind, CharityStatus> allowed = ALLOWED.getOrDefault(status, Map.of());
		for (DecisionKind kind : DecisionKind.values()) {
			Outcome outcome = charity(status).decide(decision(kind), () -> NUMBER, TODAY, NOW);
			if (allowed.containsKey(kind)) {
				Charity after = changed(outcome).charity();
				assertThat(after.status()).isEqualTo(allowed.get(kind));
				assertThat(after.version()).isEqualTo(6);
				assertThat(after.decision()).isEqualTo(decision(kind));
			}
			else {
				assertThat(outcome).isEqualTo(new Outcome.Refused(new Refusal.DecisionNotAllowed(kind, status)));
			}
		}
	}

	@Test
	void mergedIsOutOfReach() {
		assertThat(DecisionKind.values()).noneMatch((kind) -> kind.leadsTo() == CharityStatus.MERGED);
	}

	@ParameterizedTest
	@EnumSource
	void eachDecisionIsOneEventOfItsOwn(DecisionKind kind) {
		Map<DecisionKind, Class<? extends CharityEvent>> events = Map.of(DecisionKind.APPROVE,
				CharityEvent.Registered.class, DecisionKind.RETURN, CharityEvent.Returned.class, DecisionKind.REFUSE,
				CharityEvent.Refused.class, DecisionKind.SUSPEND, CharityEvent.Suspended.class, DecisionKind.REINSTATE,
				CharityEvent.Reinstated.class, DecisionKind.DISSOLVE, CharityEvent.Dissolved.class, DecisionKind.REMOVE,
				CharityEvent.Removed.class);
		CharityStatus status = ALLOWED.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().containsKey(kind))
			.findFirst()
			.orElseThrow()
			.getKey();
		Outcome.Changed outcome = changed(charity(status).decide(decision(kind), () -> NUMBER, TODAY, NOW));
		assertThat(outcome.events()).singleElement().isInstanceOf(events.get(kind));
		assertThat(outcome.events().getFirst().charity()).isEqualTo(outcome.charity());
	}

	@Test
	void aNumberIsAskedForOnApprovalOnlyAndNeverChanges() {
		List<String> asked = new ArrayList<>();
		Charity charity = charity(CharityStatus.APPLIED);
		for (DecisionKind kind : List.of(DecisionKind.APPROVE, DecisionKind.SUSPEND, DecisionKind.REINSTATE,
				DecisionKind.DISSOLVE, DecisionKind.REMOVE)) {
			charity = changed(charity.decide(decision(kind), () -> {
				asked.add(NUMBER);
				return NUMBER;
			}, TODAY, NOW)).charity();
			assertThat(charity.registrationNumber()).isEqualTo(NUMBER);
			assertThat(charity.registeredAt()).isEqualTo(NOW);
		}
		assertThat(asked).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource
	void whoLosesSomethingIsToldWhy(DecisionKind kind) {
		Decision silent = new Decision(kind, null, TODAY, null);
		boolean refused = DecisionPolicy.REASON_GIVEN.refusal(charity(CharityStatus.APPLIED), silent, TODAY)
			.isPresent();
		assertThat(refused).isEqualTo(!Set.of(DecisionKind.APPROVE, DecisionKind.REINSTATE).contains(kind));
		assertThat(DecisionPolicy.REASON_GIVEN.refusal(charity(CharityStatus.APPLIED), decision(kind), TODAY))
			.isEmpty();
	}

	@Test
	void aDecisionHoldsFromTodayOrBefore() {
		Charity charity = charity(CharityStatus.REGISTERED);
		BilingualText reason = BilingualText.arabic("سبب");
		assertThat(DecisionPolicy.NOT_IN_FUTURE.refusal(charity,
				new Decision(DecisionKind.SUSPEND, reason, TODAY.plusDays(1), null), TODAY))
			.contains(new Refusal.EffectiveInFuture(TODAY.plusDays(1), TODAY));
		assertThat(DecisionPolicy.NOT_IN_FUTURE.refusal(charity,
				new Decision(DecisionKind.SUSPEND, reason, TODAY, null), TODAY))
			.isEmpty();
		assertThat(DecisionPolicy.NOT_IN_FUTURE.refusal(charity,
				new Decision(DecisionKind.SUSPEND, reason, TODAY.minusYears(1), null), TODAY))
			.isEmpty();
	}

	@Test
	void everyPolicyIsAskedAndTheFirstBrokenOneIsTold() {
		Decision wrong = new Decision(DecisionKind.SUSPEND, null, TODAY.plusDays(1), null);
		assertThat(charity(CharityStatus.APPLIED).decide(wrong, () -> NUMBER, TODAY, NOW))
			.isEqualTo(new Outcome.Refused(new Refusal.ReasonMissing(DecisionKind.SUSPEND)));
		assertThat(DecisionPolicy.ALL).containsExactly(DecisionPolicy.REASON_GIVEN, DecisionPolicy.NOT_IN_FUTURE,
				DecisionPolicy.ALLOWED_IN_STATUS);
	}

}
