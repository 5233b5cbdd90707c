package org.sharaka.benchmark.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the values of each quantity over the repetitions, in order of first use. */
public final class Repetitions {

	private record Quantity(String name, String unit) {
	}

	private final Map<Quantity, List<Double>> values = new LinkedHashMap<>();

	public void add(String name, String unit, double value) {
		this.values.computeIfAbsent(new Quantity(name, unit), (key) -> new ArrayList<>()).add(value);
	}

	/** Adds the 50th and the 99th percentile, in milliseconds. */
	public void add(String name, Latencies latencies) {
		add(name + ", p50", "ms", latencies.percentile(50));
		add(name + ", p99", "ms", latencies.percentile(99));
	}

	public List<Figure> figures() {
		return this.values.entrySet()
			.stream()
			.map((one) -> new Figure(one.getKey().name(), one.getKey().unit(), one.getValue()))
			.toList();
	}

	/**
	 * Returns the figure of one quantity.
	 * @throws IllegalArgumentException if it was not measured
	 */
	public Figure figure(String name) {
		return figures().stream()
			.filter((one) -> one.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("not measured: " + name));
	}

}
