package org.sharaka.chassis.testing;

import org.sharaka.chassis.event.Contracts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The contracts as publishers must keep them: every published field must be in the
 * schema. Consumers allow unknown fields.
 */
final class StrictContracts {

	private final Contracts contracts = new Contracts(StrictContracts::closed);

	void check(String type, JsonNode data) {
		this.contracts.check(type, data);
	}

	private static String closed(String schema) {
		JsonNode node = JsonMapper.shared().readTree(schema);
		close(node);
		return node.toString();
	}

	private static void close(JsonNode node) {
		if (node instanceof ObjectNode object && object.path("properties").isObject()
				&& !object.has("additionalProperties")) {
			object.put("additionalProperties", false);
		}
		if (node instanceof ObjectNode object && object.path("x-codes").isObject()) {
			object.path("x-codes").propertyNames().forEach(object.putArray("enum")::add);
		}
		node.forEach(StrictContracts::close);
	}

}
