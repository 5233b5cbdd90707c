package org.sharaka.benchmark.figure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A measured quantity.
 *
 * @param values one value per repetition, in the order of measurement
 */
public record Figure(String name, String unit, List<Double> values) {

	public Figure {
		values = List.copyOf(values);
		if (values.isEmpty()) {
			throw new IllegalArgumentException(name + " was never measured");
		}
	}

	public static Figure of(String name, String unit, double... values) {
		return new Figure(name, unit, Arrays.stream(values).boxed().toList());
	}

	/**
	 * Returns the values as percentages of a limit. Values are compared within a
	 * repetition, since the limit is measured in the same repetition.
	 */
	public static Figure share(String name, Figure reached, Figure limit) {
		return quotient(name, "%", reached, limit, 100);
	}

	/** Returns the ratios of two figures, repetition by repetition. */
	public static Figure times(String name, Figure first, Figure second) {
		return quotient(name, "×", first, second, 1);
	}

	private static Figure quotient(String name, String unit, Figure first, Figure second, double factor) {
		if (first.values.size() != second.values.size()) {
			throw new IllegalArgumentException(
					name + ": " + first.values.size() + " values, but " + second.values.size());
		}
		return new Figure(name, unit,
				IntStream.range(0, first.values.size())
					.mapToObj((i) -> factor * first.values.get(i) / second.values.get(i))
					.toList());
	}

	public double min() {
		return sorted()[0];
	}

	/** Returns the median; for an even number of values, the mean of the middle two. */
	public double median() {
		double[] sorted = sorted();
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

	public double max() {
		double[] sorted = sorted();
		return sorted[sorted.length - 1];
	}

	private double[] sorted() {
		return this.values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
	}

}
