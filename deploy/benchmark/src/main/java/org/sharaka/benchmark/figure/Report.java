package org.sharaka.benchmark.figure;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The results of a run, as a table and as JSON.
 *
 * @param environment the machine and conditions of the run, by name
 */
public record Report(Map<String, String> environment, List<Section> sections) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** Returns the results as a table in plain text. */
	public String text() {
		StringBuilder text = new StringBuilder("deploy/bench\n\n");
		this.environment.forEach((name, value) -> text.append(String.format(Locale.ROOT, "%-13s %s%n", name, value)));
		for (Section section : this.sections) {
			text.append(String.format(Locale.ROOT, "%n%s%n%-66s %10s %10s %10s%n", section.title(), "", "min", "median",
					"max"));
			section.figures()
				.forEach((one) -> text.append(String.format(Locale.ROOT, "  %-64s %10s %10s %10s %s%n", one.name(),
						number(one.min()), number(one.median()), number(one.max()), one.unit())));
			section.notes().forEach((note) -> text.append("  * ").append(note).append('\n'));
		}
		return text.toString();
	}

	/** Formats a number; one below 100 gets three significant digits. */
	public static String number(double value) {
		if (Double.isNaN(value)) {
			return "-";
		}
		double size = Math.abs(value);
		String format = (size >= 100) ? "%,.0f" : (size >= 10) ? "%.1f" : "%.2f";
		return String.format(Locale.ROOT, format, value);
	}

	/** Returns the results as JSON, with all values of each figure. */
	public String json() {
		ObjectNode root = JSON.createObjectNode();
		ObjectNode about = root.putObject("environment");
		this.environment.forEach(about::put);
		ArrayNode parts = root.putArray("sections");
		for (Section section : this.sections) {
			ObjectNode part = parts.addObject().put("title", section.title());
			ArrayNode figures = part.putArray("figures");
			section.figures().forEach((one) -> write(one, figures.addObject()));
			ArrayNode notes = part.putArray("notes");
			section.notes().forEach(notes::add);
		}
		return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
	}

	private static void write(Figure figure, ObjectNode node) {
		node.put("name", figure.name()).put("unit", figure.unit());
		put(node, "min", figure.min());
		put(node, "median", figure.median());
		put(node, "max", figure.max());
		ArrayNode values = node.putArray("values");
		for (Double value : figure.values()) {
			if (value.isNaN() || value.isInfinite()) {
				values.addNull();
			}
			else {
				values.add(value);
			}
		}
	}

	/** Writes a number, or null for NaN and infinity, which JSON does not have. */
	private static void put(ObjectNode node, String name, double value) {
		if (Double.isNaN(value) || Double.isInfinite(value)) {
			node.putNull(name);
		}
		else {
			node.put(name, value);
		}
	}

}
