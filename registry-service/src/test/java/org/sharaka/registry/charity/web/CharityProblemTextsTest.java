package org.sharaka.registry.charity.web;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sharaka.chassis.text.Language;
import org.sharaka.chassis.message.Messages;
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
	@EnumSource
	void everyDecisionHasAName(DecisionKind decision) {
		for (Language language : Language.values()) {
			assertThat(this.messages.find(language, "word.decision." + decision, List.of())).isNotBlank();
		}
	}

}
