package org.sharaka.chassis.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BilingualTextTest {

	@Test
	void arabicStandsInForEnglishThatIsMissing() {
		BilingualText both = new BilingualText("لقاء", "Reception");
		BilingualText arabic = BilingualText.arabic("لقاء");
		assertThat(both.in(Language.EN)).isEqualTo("Reception");
		assertThat(both.in(Language.AR)).isEqualTo("لقاء");
		assertThat(arabic.in(Language.EN)).isEqualTo("لقاء");
		assertThat(arabic.languageFor(Language.EN)).isEqualTo(Language.AR);
		assertThat(both.languageFor(Language.EN)).isEqualTo(Language.EN);
	}

	@Test
	void blankTextIsNoText() {
		assertThatIllegalArgumentException().isThrownBy(() -> new BilingualText(" ", null));
		assertThatIllegalArgumentException().isThrownBy(() -> new BilingualText("لقاء", ""));
	}

	@Test
	void digitsOfTheRegionBecomeAsciiAndTheRestStays() {
		assertThat(Digits.toAscii("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ 42 قاعة")).isEqualTo("0123456789 0123456789 42 قاعة");
	}

}
