package org.sharaka.registry.charity.web;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sharaka.chassis.text.Language;
import org.sharaka.chassis.message.Messages;
import org.sharaka.registry.charity.CharityRefusal;
import org.sharaka.registry.charity.CharityStatus;
import org.sharaka.registry.charity.DecisionKind;

import static org.assertj.core.api.Assertions.assertThat;

class CharityProblemTextsTest {

	private final Messages messages = new Messages(List.of("org/sharaka/registry/problems"));

	@ParameterizedTest
	@EnumSource
	void everyStatusHasAName(CharityStatus status) {
		for (Language language : Language.values()) {
			assertThat(this.messages.find(language, "word.status." + status, List.of())).isNotBlank();
		}
	}

	@ParameterizedTest
	@MethodSource
	void everyRefusalHasATextInBothLanguages(CharityRefusal refusal) {
		List<String> keys = (refusal.pointer() != null) ? List.of("input." + refusal.code())
				: List.of("problem." + refusal.code() + ".title", "problem." + refusal.code() + ".detail");
		for (Language language : Language.values()) {
			assertThat(keys)
				.allSatisfy((key) -> assertThat(this.messages.find(language, key, refusal.arguments())).isNotBlank());
		}
	}

	static List<CharityRefusal> everyRefusalHasATextInBothLanguages() {
		LocalDate today = LocalDate.parse("2026-11-24");
		List<CharityRefusal> refusals = List.of(
				new CharityRefusal.DecisionNotAllowed(DecisionKind.SUSPEND, CharityStatus.APPLIED),
				new CharityRefusal.ReasonMissing(DecisionKind.SUSPEND),
				new CharityRefusal.EffectiveDateInFuture(today.plusDays(1), today),
				new CharityRefusal.EffectiveDateTooEarly(today.minusDays(1), CharityStatus.APPLIED, today),
				new CharityRefusal.ChangeNotAllowed(CharityStatus.REMOVED),
				new CharityRefusal.NewRegistrationRequired("SA-2026-000001"), new CharityRefusal.UnknownContact(0));
		assertThat(refusals).extracting(Object::getClass)
			.hasSameElementsAs(List.of(CharityRefusal.class.getPermittedSubclasses()));
		return refusals;
	}

	@ParameterizedTest
	@EnumSource
	void everyDecisionHasAName(DecisionKind decision) {
		for (Language language : Language.values()) {
			assertThat(this.messages.find(language, "word.decision." + decision, List.of())).isNotBlank();
		}
	}

}
