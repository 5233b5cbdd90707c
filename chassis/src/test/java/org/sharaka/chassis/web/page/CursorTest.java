package org.sharaka.chassis.web.page;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharaka.chassis.web.problem.ProblemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CursorTest {

	@Test
	void aCursorComesBackAsItWas() {
		Cursor cursor = new Cursor(Map.of("name", "جمعية البر", "id", "01932b6e", "empty", ""));
		assertThat(cursor.encode()).matches("[A-Za-z0-9_-]+");
		assertThat(Cursor.parse(cursor.encode())).isEqualTo(cursor);
		assertThat(Cursor.parse(cursor.encode()).value("name")).isEqualTo("جمعية البر");
	}

	@Test
	void everySingleChangeIsNoticed() {
		String text = Cursor.of("id", "01932b6e").encode();
		for (int index = 0; index < text.length(); index++) {
			char changed = (text.charAt(index) == 'A') ? 'B' : 'A';
			refused(text.substring(0, index) + changed + text.substring(index + 1));
		}
		refused(text.substring(1));
		refused(text.substring(0, text.length() - 1));
		refused(text + "A");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "A", "AQ", "not a cursor", "%%%", "AQAAAAAAAAAAAA", "٠١٢" })
	void whatIsNoCursorIsRefused(String text) {
		refused(text);
	}

	@Test
	void aCursorOfAnotherListIsRefused() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Cursor.of("id", "1").value("name"))
			.satisfies((problem) -> assertThat(problem.name()).isEqualTo("invalid-cursor"));
	}

	@Test
	void aPageHasACursorOnlyIfThereIsMore() {
		List<Integer> fetched = IntStream.rangeClosed(1, 4).boxed().toList();
		Page<Integer> page = Page.of(fetched, PageRequest.first(3), (item) -> Cursor.of("last", item.toString()));
		assertThat(page.items()).containsExactly(1, 2, 3);
		assertThat(Cursor.parse(String.valueOf(page.next())).value("last")).isEqualTo("3");
		assertThat(Page.of(fetched, PageRequest.first(4), (item) -> Cursor.of("last", "x")).next()).isNull();
	}

	private static void refused(String text) {
		assertThatExceptionOfType(ProblemException.class).as(text)
			.isThrownBy(() -> Cursor.parse(text))
			.satisfies((problem) -> assertThat(problem.name()).isEqualTo("invalid-cursor"));
	}

}
