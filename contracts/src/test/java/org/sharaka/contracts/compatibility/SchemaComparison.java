package org.sharaka.contracts.compatibility;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.sharaka.contracts.compatibility.SchemaChange.Grade;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares the schemas of a release with the current schemas.
 * <p>
 * A new file, a new optional property, a new code of an extensible list and changed
 * documentation are compatible. Every other change is breaking, because the same schema
 * binds publishers and consumers: a rule that is relaxed for publishers breaks consumers,
 * and the reverse. An unchanged reference is not followed, because its file is compared
 * by itself. A changed reference is followed, and the schemas that it refers to are
 * compared.
 */
final class SchemaComparison {

	private static final Set<String> DOCUMENTATION = Set.of("title", "description", "examples", "$comment",
			"deprecated");

	private static final Set<String> UNORDERED = Set.of("enum", "required", "type");

	private final Map<String, JsonNode> before;

	private final Map<String, JsonNode> after;

	private final List<SchemaChange> changes = new ArrayList<>();

	private final Set<List<String>> followed = new HashSet<>();

	private String file = "";

	private SchemaComparison(Map<String, JsonNode> before, Map<String, JsonNode> after) {
		this.before = byId(before);
		this.after = byId(after);
	}

	/**
	 * Compares all files.
	 * @param before the released schemas by file name
	 * @param after the current schemas by file name
	 * @return all differences, in the order of the files
	 */
	static List<SchemaChange> changes(Map<String, JsonNode> before, Map<String, JsonNode> after) {
		SchemaComparison comparison = new SchemaComparison(before, after);
		Set<String> files = new TreeSet<>(before.keySet());
		files.addAll(after.keySet());
		files.forEach((file) -> comparison.compareFile(file, before.get(file), after.get(file)));
		return comparison.changes;
	}

	private static Map<String, JsonNode> byId(Map<String, JsonNode> schemas) {
		Map<String, JsonNode> byId = new TreeMap<>();
		schemas.values().forEach((schema) -> byId.put(schema.path("$id").asString(), schema));
		return byId;
	}

	private void compareFile(String name, @Nullable JsonNode old, @Nullable JsonNode now) {
		this.file = name;
		if (old == null) {
			add("", "new file", Grade.COMPATIBLE);
		}
		else if (now == null) {
			add("", "file removed", Grade.BREAKING);
		}
		else {
			compare("", old, now);
		}
	}

	private void compare(String pointer, JsonNode old, JsonNode now) {
		if (!old.isObject() || !now.isObject()) {
			compareValue(pointer, "schema", old, now);
			return;
		}
		if (!old.path("$ref").equals(now.path("$ref"))) {
			follow(pointer, old, now);
			return;
		}
		Set<String> keywords = new TreeSet<>(old.propertyNames());
		keywords.addAll(now.propertyNames());
		for (String keyword : keywords) {
			compareKeyword(pointer + "/" + keyword, keyword, old.path(keyword), now.path(keyword));
		}
	}

	/**
	 * Compares the targets of different references. Each pair is compared once, so that
	 * the comparison of cyclic references ends.
	 */
	private void follow(String pointer, JsonNode old, JsonNode now) {
		List<String> references = List.of(old.path("$ref").asString(), now.path("$ref").asString());
		if (this.followed.add(references)) {
			compare(pointer, resolved(old, this.before), resolved(now, this.after));
			this.followed.remove(references);
		}
	}

	private void compareKeyword(String pointer, String keyword, JsonNode old, JsonNode now) {
		if (DOCUMENTATION.contains(keyword)) {
			if (!old.equals(now)) {
				add(pointer, "documentation changed", Grade.COMPATIBLE);
			}
		}
		else if (keyword.equals("x-codes") && old.isObject() && now.isObject()) {
			compareCodes(pointer, old, now);
		}
		else if (keyword.equals("properties")) {
			compareProperties(pointer, old, now);
		}
		else if (keyword.equals("items") && old.isObject() && now.isObject()) {
			compare(pointer, old, now);
		}
		else if (UNORDERED.contains(keyword)) {
			compareSet(pointer, keyword, old, now);
		}
		else {
			compareValue(pointer, keyword, old, now);
		}
	}

	private void compareProperties(String pointer, JsonNode old, JsonNode now) {
		Set<String> names = new TreeSet<>(old.propertyNames());
		names.addAll(now.propertyNames());
		for (String name : names) {
			String place = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
			if (!old.has(name)) {
				add(place, "new property", Grade.COMPATIBLE);
			}
			else if (!now.has(name)) {
				add(place, "property removed", Grade.BREAKING);
			}
			else {
				compare(place, old.get(name), now.get(name));
			}
		}
	}

	/** An extensible list may grow: consumers accept codes that they do not know. */
	private void compareCodes(String pointer, JsonNode old, JsonNode now) {
		for (String code : now.propertyNames()) {
			if (!old.has(code)) {
				add(pointer + "/" + code, "new code", Grade.COMPATIBLE);
			}
			else if (!old.get(code).equals(now.get(code))) {
				add(pointer + "/" + code, "documentation changed", Grade.COMPATIBLE);
			}
		}
		old.propertyNames()
			.stream()
			.filter((code) -> !now.has(code))
			.forEach((code) -> add(pointer + "/" + code, "code removed", Grade.BREAKING));
	}

	private void compareSet(String pointer, String keyword, JsonNode old, JsonNode now) {
		if (old.isMissingNode() != now.isMissingNode() && !keyword.equals("required")) {
			compareValue(pointer, keyword, old, now);
			return;
		}
		Set<String> were = members(old);
		Set<String> are = members(now);
		are.stream()
			.filter((member) -> !were.contains(member))
			.forEach((member) -> add(pointer, keyword + " has a new member " + member, Grade.BREAKING));
		were.stream()
			.filter((member) -> !are.contains(member))
			.forEach((member) -> add(pointer, keyword + " lost its member " + member, Grade.BREAKING));
	}

	private static Set<String> members(JsonNode node) {
		Set<String> members = new TreeSet<>();
		if (node.isArray()) {
			node.forEach((member) -> members.add(member.toString()));
		}
		else if (!node.isMissingNode()) {
			members.add(node.toString());
		}
		return members;
	}

	private void compareValue(String pointer, String keyword, JsonNode old, JsonNode now) {
		if (!old.equals(now)) {
			String what = old.isMissingNode() ? keyword + " added: " + now : now.isMissingNode()
					? keyword + " dropped: " + old : keyword + " changed from " + old + " to " + now;
			add(pointer, what, Grade.BREAKING);
		}
	}

	/** The target of a reference, overridden by the keywords beside the reference. */
	private static JsonNode resolved(JsonNode schema, Map<String, JsonNode> byId) {
		if (!schema.path("$ref").isString()) {
			return schema;
		}
		JsonNode target = byId.get(schema.get("$ref").stringValue());
		if (target == null) {
			return MissingNode.getInstance();
		}
		ObjectNode resolved = JsonNodeFactory.instance.objectNode();
		resolved(target, byId).forEachEntry(resolved::set);
		resolved.remove(List.of("$id", "$schema"));
		schema.forEachEntry((keyword, value) -> {
			if (!keyword.equals("$ref")) {
				resolved.set(keyword, value);
			}
		});
		return resolved;
	}

	private void add(String pointer, String what, Grade grade) {
		this.changes.add(new SchemaChange(this.file, pointer, what, grade));
	}

}
