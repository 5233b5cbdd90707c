package org.sharaka.chassis.message;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.sharaka.chassis.text.Language;
import org.sharaka.chassis.text.MessageKey;
import org.sharaka.chassis.web.problem.InputError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class MessagesTest {

	@Test
	void theChassisSpeaksBothLanguagesThroughout() {
		// the constructor refuses a key that is in one language only
		Messages messages = new Messages(List.of());
		assertThat(messages.find(Language.AR, "problem.not-found.title", List.of())).isEqualTo("غير موجود");
	}

	@Test
	void aKeyInOneLanguageOnlyIsRefusedByName() {
		assertThatIllegalStateException().isThrownBy(() -> new Messages(List.of("problems/one-sided")))
			.withMessageContaining("problem.only-arabic.title")
			.withMessageContaining("input.only-english")
			.withMessageNotContaining("input.both");
	}

	@Test
	void aBundleThatIsMissingIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> new Messages(List.of("problems/nowhere")))
			.withMessageContaining("problems/nowhere_ar.properties");
	}

	@Test
	void aServiceAddsTextsAndWordsOfItsOwn() {
		Messages messages = new Messages(List.of("problems/sample"));
		assertThat(messages.find(Language.AR, "problem.hall-taken.detail",
				List.of("القاعة الكبرى", new MessageKey("word.morning"))))
			.isEqualTo("«القاعة الكبرى» محجوزة في الصباح.");
		assertThat(messages.find(Language.EN, "problem.hall-taken.detail",
				List.of("القاعة الكبرى", new MessageKey("word.morning"))))
			.isEqualTo("“القاعة الكبرى” isn't free in the morning.");
		assertThat(InputError.of("/x", "odd", 1000000).message(messages, Language.EN)).isEqualTo("Odd: 1000000");
	}

	@Test
	void aTextWithoutItsArgumentsIsNotShown() {
		Messages messages = new Messages(List.of());
		assertThat(messages.find(Language.EN, "problem.method-not-allowed.detail", List.of())).isNull();
		assertThat(InputError.of("/x", "never-heard-of").message(messages, Language.EN)).isEqualTo("never-heard-of");
	}

}
