package org.sharaka.benchmark.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

class LatenciesTest {

	private final Latencies hundred = Latencies.ofMillis(LongStream.rangeClosed(1, 100).map((i) -> 101 - i).toArray());

	@Test
	void percentileIsANearestRank() {
		assertThat(this.hundred.percentile(50)).isEqualTo(50);
		assertThat(this.hundred.percentile(99)).isEqualTo(99);
		assertThat(this.hundred.percentile(100)).isEqualTo(100);
		assertThat(this.hundred.percentile(0.1)).isEqualTo(1);
	}

	@Test
	void p99OfFewValuesIsTheMaximum() {
		assertThat(Latencies.ofNanos(new long[] { 3_000_000, 1_500_000, 2_000_000 }).percentile(99)).isEqualTo(3);
	}

	@Test
	void meanIsOfAllValues() {
		assertThat(this.hundred.mean()).isEqualTo(50.5);
	}

	@Test
	void withoutValuesThePercentilesAreNaN() {
		Latencies none = Latencies.ofNanos(new long[0]);
		assertThat(none.percentile(50)).isNaN();
		assertThat(none.mean()).isNaN();
	}

	@Test
	void rejectsPercentilesOutOfRange() {
		assertThatThrownBy(() -> this.hundred.percentile(0)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> this.hundred.percentile(100.5)).isInstanceOf(IllegalArgumentException.class);
	}

}
