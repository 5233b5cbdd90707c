package org.sharaka.benchmark.figure;

import java.util.Arrays;

/**
 * The durations of many operations of one kind. Percentiles use the nearest-rank method,
 * so each of them is a value that was measured.
 */
public final class Latencies {

	private static final double NANOS_PER_MILLI = 1_000_000.0;

	private final long[] sorted;

	private Latencies(long[] nanos) {
		this.sorted = nanos.clone();
		Arrays.sort(this.sorted);
	}

	public static Latencies ofNanos(long[] nanos) {
		return new Latencies(nanos);
	}

	public static Latencies ofMillis(long[] millis) {
		return new Latencies(Arrays.stream(millis).map((one) -> one * 1_000_000).toArray());
	}

	public int count() {
		return this.sorted.length;
	}

	/**
	 * Returns a percentile in milliseconds.
	 * @param percent greater than 0 and at most 100
	 * @return NaN if nothing was measured
	 */
	public double percentile(double percent) {
		if (percent <= 0 || percent > 100) {
			throw new IllegalArgumentException("a percentile must be greater than 0 and at most 100, not " + percent);
		}
		if (this.sorted.length == 0) {
			return Double.NaN;
		}
		int rank = (int) Math.ceil(percent / 100 * this.sorted.length);
		return this.sorted[rank - 1] / NANOS_PER_MILLI;
	}

	/** Returns the mean in milliseconds, or NaN if nothing was measured. */
	public double mean() {
		return Arrays.stream(this.sorted).average().orElse(Double.NaN) / NANOS_PER_MILLI;
	}

}
