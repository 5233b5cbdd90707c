package org.sharaka.registry.charity.mongo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchWordsTest {

	@ParameterizedTest
	@CsvSource({ "جمعية, جمعيه", "أُسرة, اسرة", "إحسان, احسان", "آل, ال", "مؤسسة, موسسة", "هيئة, هيية",
			"مستشفى, مستشفي", "الرحمـــة, الرحمة", "مُحَمَّد, محمد", "ٱلرحمن, الرحمن", "ﺟﻤﻌﻴﺔ, جمعية", "الأيتام, ايتام",
			"للتنمية, تنمية", "وقاية, وقايه", "بالرياض, رياض", "جمعیة, جمعية", "کریم, كريم", "١٤٤٨, 1448", "۱۴۴۸, 1448",
			"Café, cafe", "SHARAKA, shar", "التنمية, التنم", "المدينة, مدين", "أسرة\u200Dـ, أسره" })
	void itIsFound(String name, String query) {
		assertThat(SearchWords.searched(query)).isNotEmpty()
			.allMatch((wanted) -> SearchWords.indexed(name).stream().anyMatch((kept) -> kept.startsWith(wanted)));
	}

	@ParameterizedTest
	@CsvSource({ "جمعية, جامعة", "وقاية, قافلة", "التنمية, نمو" })
	void anotherWordIsNot(String name, String query) {
		assertThat(SearchWords.searched(query))
			.noneMatch((wanted) -> SearchWords.indexed(name).stream().anyMatch((kept) -> kept.startsWith(wanted)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "؟!", ".*", "ـ" })
	void whatHasNoLetterAsksForNothing(String query) {
		assertThat(SearchWords.searched(query)).isEmpty();
	}

	@Test
	void nothingThatMeansSomethingInAPatternIsLeft() {
		assertThat(SearchWords.searched("a.b|c(d)[e]*f+g?h^i$j\\k{l}")).allMatch((word) -> word.matches("[a-z]"));
	}

}
