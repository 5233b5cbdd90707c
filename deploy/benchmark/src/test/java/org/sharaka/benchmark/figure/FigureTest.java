package org.sharaka.benchmark.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FigureTest {

	@Test
	void medianOfAnOddNumberOfValuesIsTheMiddleOne() {
		Figure figure = Figure.of("rate", "/s", 300, 100, 250);
		assertThat(figure.min()).isEqualTo(100);
		assertThat(figure.median()).isEqualTo(250);
		assertThat(figure.max()).isEqualTo(300);
	}

	@Test
	void medianOfAnEvenNumberOfValuesIsTheMeanOfTheMiddleTwo() {
		assertThat(Figure.of("rate", "/s", 4, 1, 3, 2).median()).isEqualTo(2.5);
	}

	@Test
	void shareIsComputedPerRepetition() {
		Figure share = Figure.share("share", Figure.of("reached", "/s", 50, 90), Figure.of("limit", "/s", 100, 100));
		assertThat(share.values()).containsExactly(50.0, 90.0);
		assertThat(share.unit()).isEqualTo("%");
	}

	@Test
	void rejectsSharesOfDifferentNumbersOfRepetitions() {
		Figure one = Figure.of("reached", "/s", 50);
		Figure two = Figure.of("limit", "/s", 100, 100);
		assertThatThrownBy(() -> Figure.share("share", one, two)).isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining("1 values, but 2");
	}

	@Test
	void rejectsFiguresWithoutValues() {
		assertThatThrownBy(() -> Figure.of("nothing", "/s")).isInstanceOf(IllegalArgumentException.class);
	}

}
