package org.sharaka.chassis.web.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.web.problem.InputError;
import tools.jackson.databind.JsonNode;

/** The errors of one document. Not thread-safe. */
final class ErrorList {

	private final JsonNode document;

	private final boolean query;

	private final List<InputError> errors = new ArrayList<>();

	ErrorList(JsonNode document, boolean query) {
		this.document = document;
		this.query = query;
	}

	/** Whether the document is a query rather than JSON. */
	boolean isQuery() {
		return this.query;
	}

	void add(String pointer, String code, List<Object> args) {
		this.errors.add(new InputError(pointer, code, args));
	}

	boolean isEmptyUnder(String pointer) {
		return this.errors.stream()
			.map(InputError::pointer)
			.noneMatch((at) -> pointer.isEmpty() || at.equals(pointer) || at.startsWith(pointer + "/"));
	}

	/**
	 * In the order of the document; what is missing from an object comes after the rest
	 * of it.
	 */
	List<InputError> inDocumentOrder() {
		record Placed(int[] place, InputError error) {
		}
		return this.errors.stream()
			.map((error) -> new Placed(place(error.pointer()), error))
			.sorted((one, other) -> Arrays.compare(one.place(), other.place()))
			.map(Placed::error)
			.toList();
	}

	private int[] place(String pointer) {
		String[] names = pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1);
		int[] place = new int[names.length];
		@Nullable JsonNode node = this.document;
		for (int depth = 0; depth < names.length; depth++) {
			String name = names[depth].replace("~1", "/").replace("~0", "~");
			place[depth] = indexOf(node, name);
			if (node != null) {
				node = node.isArray() ? node.get(place[depth]) : node.get(name);
			}
		}
		return place;
	}

	private static int indexOf(@Nullable JsonNode node, String name) {
		if (node != null && node.isArray()) {
			return Integer.parseInt(name);
		}
		if (node != null && node.isObject()) {
			int index = 0;
			for (String property : node.propertyNames()) {
				if (property.equals(name)) {
					return index;
				}
				index++;
			}
		}
		return Integer.MAX_VALUE;
	}

}
