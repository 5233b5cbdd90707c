package org.sharaka.chassis.web.openapi;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;

/**
 * Removes the components that no operation refers to: what springdoc has derived from
 * Java types whose schemas come from files.
 */
@SuppressWarnings("rawtypes") // as the library declares it
final class UnusedSchemas {

	private static final Pattern REFERENCE = Pattern.compile("\"#/components/schemas/([^\"/]+)");

	private UnusedSchemas() {
	}

	static void remove(OpenAPI openApi) {
		Map<String, Schema> schemas = openApi.getComponents().getSchemas();
		Set<String> used = new HashSet<>();
		follow(openApi.getPaths(), schemas, used);
		schemas.keySet().retainAll(used);
	}

	private static void follow(Object part, Map<String, Schema> schemas, Set<String> used) {
		REFERENCE.matcher(json(part)).results().map((reference) -> reference.group(1)).forEach((name) -> {
			Schema schema = schemas.get(name);
			if (schema != null && used.add(name)) {
				follow(schema, schemas, used);
			}
		});
	}

	private static String json(Object part) {
		try {
			return Json31.mapper().writeValueAsString(part);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
