package org.sharaka.chassis.web.problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharaka.chassis.text.Language;

import static org.assertj.core.api.Assertions.assertThat;

class NegotiationTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "ar|AR", "ar-SA|AR", "en|EN", "en-GB,en;q=0.9,ar;q=0.8|EN", "ar-BH,ar;q=0.9,en;q=0.8|AR",
					"en;q=0.4, ar;q=0.6|AR", "fr|EN", "fr, ar;q=0.1|AR", "*|EN", "fr, *;q=0.5|EN", "ar, *|AR",
					"en;q=0, *|EN", "en;q=0|EN", "ar;q=0|EN", "ar;q=0, en;q=0|EN", "ar, en|AR", "en, ar|EN", "AR|AR",
					"ar;q=0.5, *|AR", "%%%|EN", "ar;q=|EN" })
	void theLanguageIsTheOneAskedFor(String header, Language language) {
		assertThat(Negotiation.language(header)).isEqualTo(language);
	}

	@Test
	void aProgramThatSaysNothingReadsEnglish() {
		assertThat(Negotiation.language(null)).isEqualTo(Language.EN);
		assertThat(Negotiation.language(" ")).isEqualTo(Language.EN);
	}

}
