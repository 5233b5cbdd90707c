package org.sharaka.registry.charity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sharaka.chassis.command.Outcome;
import org.sharaka.chassis.text.BilingualText;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharaka.registry.charity.CharityFixtures.NOW;
import static org.sharaka.registry.charity.CharityFixtures.NUMBER;
import static org.sharaka.registry.charity.CharityFixtures.SAUDI_ARABIA;
import static org.sharaka.registry.charity.CharityFixtures.TODAY;
import static org.sharaka.registry.charity.CharityFixtures.changed;
import static org.sharaka.registry.charity.CharityFixtures.charity;
import static org.sharaka.registry.charity.CharityFixtures.decision;
import static org.sharaka.registry.charity.CharityFixtures.refused;

class CharityDecisionTest {

	/** Status, decision, status after it; every other decision is refused. */
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
	void eachStatusAllowsCertainDecisions(CharityStatus status) {
		Map<DecisionKind, CharityStatus> allowed = ALLOWED.getOrDefault(status, Map.of());
		for (DecisionKind kind : DecisionKind.values()) {
			Outcome<Charity, CharityEvent> outcome = charity(status).decide(decision(kind), () -> NUMBER, SAUDI_ARABIA,
					NOW);
			if (allowed.containsKey(kind)) {
				Charity after = changed(outcome).state();
				assertThat(after.status()).isEqualTo(allowed.get(kind));
				assertThat(after.version()).isEqualTo(6);
				assertThat(after.decision()).isEqualTo(decision(kind));
			}
			else {
				assertThat(outcome).isEqualTo(refused(new CharityRefusal.DecisionNotAllowed(kind, status)));
			}
		}
	}

	@Test
	void noDecisionLeadsToMerged() {
		assertThat(DecisionKind.values()).noneMatch((kind) -> kind.leadsTo() == CharityStatus.MERGED);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
	void eachDecisionIsOneEvent(DecisionKind kind) {
		CharityStatus status = ALLOWED.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().containsKey(kind))
			.findFirst()
			.orElseThrow()
			.getKey();
		Outcome.Changed<Charity, CharityEvent> outcome = changed(
				charity(status).decide(decision(kind), () -> NUMBER, SAUDI_ARABIA, NOW));
		assertThat(outcome.events()).containsExactly(new CharityEvent.Decided(outcome.state(), decision(kind)));
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
			}, SAUDI_ARABIA, NOW)).state();
			assertThat(charity.registrationNumber()).isEqualTo(NUMBER);
			assertThat(charity.registeredAt()).isEqualTo(NOW);
		}
		assertThat(asked).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
	void decisionsAgainstTheCharityNeedAReason(DecisionKind kind) {
		Decision silent = new Decision(kind, null, TODAY, null);
		Optional<CharityRefusal> refusal = DecisionPolicies.REASON_GIVEN.refusal(charity(CharityStatus.APPLIED), silent,
				SAUDI_ARABIA, NOW);
		assertThat(refusal.isPresent()).isEqualTo(!Set.of(DecisionKind.APPROVE, DecisionKind.REINSTATE).contains(kind));
		assertThat(DecisionPolicies.REASON_GIVEN.refusal(charity(CharityStatus.APPLIED), decision(kind), SAUDI_ARABIA,
				NOW))
			.isEmpty();
	}

	@Test
	void theEffectiveDateIsNotAfterToday() {
		assertThat(suspendOn(NOW, NOW, TODAY.plusDays(1)))
			.isEqualTo(refused(new CharityRefusal.EffectiveDateInFuture(TODAY.plusDays(1), TODAY)));
	}

	@Test
	void theEffectiveDateIsNotBeforeTheStatusThatTheDecisionEnds() {
		Instant registered = NOW.minus(Duration.ofDays(10));
		assertThat(suspendOn(registered, NOW, TODAY.minusDays(11)))
			.isEqualTo(refused(new CharityRefusal.EffectiveDateTooEarly(TODAY.minusDays(11), CharityStatus.REGISTERED,
					TODAY.minusDays(10))));
		assertThat(changed(suspendOn(registered, NOW, TODAY.minusDays(10))).state().statusSince())
			.as("on the same day, but not before the registration")
			.isEqualTo(registered);
	}

	@Test
	void aBackDatedDecisionHoldsFromTheStartOfItsDayAndOneOfTodayFromItsEntry() {
		Instant registered = NOW.minus(Duration.ofDays(10));
		assertThat(changed(suspendOn(registered, NOW, TODAY.minusDays(3))).state().statusSince())
			.isEqualTo(Instant.parse("2026-11-18T21:00:00Z"));
		assertThat(changed(suspendOn(registered, NOW, TODAY)).state().statusSince()).isEqualTo(NOW);
	}

	private static Outcome<Charity, CharityEvent> suspendOn(Instant registered, Instant now, LocalDate date) {
		Charity applied = charity(CharityStatus.APPLIED);
		Charity charity = new Charity(applied.id(), 3, CharityStatus.REGISTERED, NUMBER, applied.profile(),
				applied.contacts(), registered, registered, registered, null);
		return charity.decide(new Decision(DecisionKind.SUSPEND, BilingualText.arabic("سبب"), date, null), () -> NUMBER,
				SAUDI_ARABIA, now);
	}

	@Test
	void everyPolicyIsAppliedAndTheFirstRefusalIsReturned() {
		Decision wrong = new Decision(DecisionKind.SUSPEND, null, TODAY.plusDays(1), null);
		assertThat(charity(CharityStatus.APPLIED).decide(wrong, () -> NUMBER, SAUDI_ARABIA, NOW))
			.isEqualTo(refused(new CharityRefusal.ReasonMissing(DecisionKind.SUSPEND)));
		assertThat(DecisionPolicies.ALL).containsExactly(DecisionPolicies.REASON_GIVEN, DecisionPolicies.NOT_IN_FUTURE,
				DecisionPolicies.ALLOWED_IN_STATUS, DecisionPolicies.NOT_BEFORE_STATUS);
	}

}
