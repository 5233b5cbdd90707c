package org.sharaka.chassis.web.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares two versions of a JSON document. */
public final class JsonChanges {

	private JsonChanges() {
	}

	/**
	 * The values that differ, in the order of the older document, followed by what the
	 * newer one adds. Objects are compared member by member; an array is one value. Null
	 * and absent are the same.
	 * @param from the older version; null if there was none
	 * @param to the newer version; null if there is none
	 */
	public static List<JsonChange> between(@Nullable JsonNode from, @Nullable JsonNode to) {
		List<JsonChange> changes = new ArrayList<>();
		compare("", present(from), present(to), changes);
		return List.copyOf(changes);
	}

	private static void compare(String pointer, @Nullable JsonNode from, @Nullable JsonNode to,
			List<JsonChange> changes) {
		if (from != null && to != null && from.isObject() && to.isObject()) {
			Set<String> names = new LinkedHashSet<>(from.propertyNames());
			names.addAll(to.propertyNames());
			for (String name : names) {
				String escaped = name.replace("~", "~0").replace("/", "~1");
				compare(pointer + "/" + escaped, present(from.get(name)), present(to.get(name)), changes);
			}
		}
		else if ((from == null) ? to != null : !from.equals(to)) {
			changes.add(new JsonChange(pointer, from, to));
		}
	}

	private static @Nullable JsonNode present(@Nullable JsonNode node) {
		return (node == null || node.isNull()) ? null : node;
	}

}
