package org.sharaka.benchmark.process;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The metrics of a service, parsed from Prometheus' text format.
 *
 * @see <a href=
 * "https://github.com/prometheus/docs/blob/main/docs/instrumenting/exposition_formats.md">exposition
 * formats</a>
 */
public final class PrometheusMetrics {

	private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)(?: \\d+)?");

	private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

	private record Sample(String name, Map<String, String> labels) {
	}

	private final Map<Sample, Double> values = new HashMap<>();

	private PrometheusMetrics() {
	}

	public static PrometheusMetrics parse(String text) {
		PrometheusMetrics metrics = new PrometheusMetrics();
		text.lines().filter((line) -> !line.startsWith("#")).forEach((line) -> {
			Matcher sample = SAMPLE.matcher(line.strip());
			if (sample.matches()) {
				Map<String, String> labels = new HashMap<>();
				Matcher label = LABEL.matcher((sample.group(2) != null) ? sample.group(2) : "");
				while (label.find()) {
					labels.put(label.group(1), label.group(2));
				}
				metrics.values.put(new Sample(sample.group(1), Map.copyOf(labels)), number(sample.group(3)));
			}
		});
		return metrics;
	}

	private static double number(String text) {
		return switch (text) {
			case "+Inf" -> Double.POSITIVE_INFINITY;
			case "-Inf" -> Double.NEGATIVE_INFINITY;
			default -> Double.parseDouble(text);
		};
	}

	/** Returns the sum over all labels; 0 if there is no such metric. */
	public double sum(String name) {
		return sumBy(name).values().stream().mapToDouble(Double::doubleValue).sum();
	}

	/**
	 * Returns the sums by the values of these labels, joined with spaces. The value of a
	 * missing label is empty.
	 */
	public Map<String, Double> sumBy(String name, String... labels) {
		Map<String, Double> sums = new TreeMap<>();
		this.values.forEach((sample, value) -> {
			if (sample.name().equals(name)) {
				String by = Arrays.stream(labels)
					.map((label) -> sample.labels().getOrDefault(label, ""))
					.collect(Collectors.joining(" "));
				sums.merge(by, value, Double::sum);
			}
		});
		return sums;
	}

	/** Returns by how much the sums have grown since. */
	public Map<String, Double> growthBy(String name, PrometheusMetrics before, String... labels) {
		Map<String, Double> earlier = before.sumBy(name, labels);
		Map<String, Double> growth = new TreeMap<>();
		sumBy(name, labels).forEach((value, sum) -> {
			double more = sum - earlier.getOrDefault(value, 0.0);
			if (more > 0) {
				growth.put(value, more);
			}
		});
		return growth;
	}

}
