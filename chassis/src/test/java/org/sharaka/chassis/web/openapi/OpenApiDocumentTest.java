package org.sharaka.chassis.web.openapi;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.sharaka.chassis.web.WebTestBase;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The OpenAPI document of a service. */
class OpenApiDocumentTest extends WebTestBase {

	@Test
	void anOperationRefersToTheSchemasThatItNames() {
		JsonNode create = document().at("/paths/~1api~1v1~1books/post");
		assertThat(create.at("/requestBody/required").booleanValue()).isTrue();
		assertThat(create.at("/requestBody/content").propertyNames()).containsExactly("application/json");
		assertThat(create.at("/requestBody/content/application~1json/schema/$ref").stringValue())
			.isEqualTo("#/components/schemas/BookToWrite");
		assertThat(create.at("/requestBody/content/application~1json/example/title/ar").stringValue())
			.isEqualTo("كتاب");
		assertThat(create.at("/responses/201/content/application~1json/schema/$ref").stringValue())
			.isEqualTo("#/components/schemas/Book");
		assertThat(create.at("/responses/201/headers").propertyNames()).containsExactly("ETag", "Location");
		assertThat(create.path("responses").propertyNames()).containsExactlyInAnyOrder("201", "400", "409", "413",
				"415", "422", "default");
	}

	@Test
	void aListIsAPageWhoseNextMayBeNull() {
		JsonNode list = document().at("/paths/~1api~1v1~1books/get");
		JsonNode page = list.at("/responses/200/content/application~1json/schema");
		assertThat(page.at("/properties/items/items/$ref").stringValue()).isEqualTo("#/components/schemas/PageNumber");
		assertThat(page.at("/properties/next/type").toString()).isEqualTo("[\"string\",\"null\"]");
		assertThat(page.path("required").toString()).isEqualTo("[\"items\",\"next\"]");
		assertThat(list.has("requestBody")).isFalse();
		assertThat(names(list)).containsExactlyInAnyOrder("Accept-Language", "limit", "cursor", "colour");
		JsonNode colour = parameter(list, "colour");
		assertThat(colour.path("description").stringValue()).isEqualTo("One or more");
		assertThat(colour.at("/schema/items/enum").toString()).isEqualTo("[\"RED\",\"BLUE\"]");
		assertThat(colour.path("allowEmptyValue").booleanValue()).isTrue();
		assertThat(parameter(list, "limit").at("/schema/maximum").intValue()).isEqualTo(200);
	}

	@Test
	void aChangeHasItsHeadersAndTheirForms() {
		JsonNode change = document().at("/paths/~1api~1v1~1books~1{id}/patch");
		assertThat(names(change)).containsExactlyInAnyOrder("id", "If-Match", "Accept-Language", "Idempotency-Key");
		assertThat(change.path("responses").propertyNames()).contains("404", "409", "412", "422");
		String etags = parameter(change, "If-Match").at("/schema/pattern").stringValue();
		assertThat(List.of("*", "\"7\"", "W/\"7\"", "\"6\", \"7\"")).allMatch((header) -> header.matches(etags));
		assertThat(List.of("7", "\"7", "\"7\" \"8\"", "")).noneMatch((header) -> header.matches(etags));
		String key = parameter(change, "Idempotency-Key").at("/schema/pattern").stringValue();
		assertThat("a-key").matches(key);
		assertThat(List.of("", "two words", "مفتاح", "x".repeat(256))).noneMatch((header) -> header.matches(key));
	}

	@Test
	void onlySchemasThatAreReferredToAreListed() {
		JsonNode api = document();
		assertThat(api.at("/components/schemas").propertyNames()).contains("Problem", "Book", "BookToWrite",
				"BilingualTitle", "PageNumber");
		assertThat(api.at("/components/schemas").propertyNames()).doesNotContain("BilingualText", "PageInteger");
		assertThat(api.at("/components/schemas/Problem").propertyNames()).doesNotContain("$id", "$schema");
		assertThat(api.at("/paths").propertyNames()).doesNotContain("/error");
	}

	@Test
	void theDocumentSaysWhoMayCall() {
		assertThat(document().at("/info/description").stringValue()).contains("loopback");
		assertThat(get("/swagger-ui.html").status()).isIn(200, 302);
		assertThat(get("/swagger-ui/index.html").status()).isEqualTo(200);
	}

	private JsonNode document() {
		return get("/v3/api-docs").json();
	}

	private static List<String> names(JsonNode operation) {
		return operation.path("parameters").findValuesAsString("name");
	}

	private static JsonNode parameter(JsonNode operation, String name) {
		for (JsonNode parameter : operation.path("parameters")) {
			if (parameter.path("name").stringValue().equals(name)) {
				return parameter;
			}
		}
		throw new AssertionError("no parameter " + name);
	}

}
