package org.sharaka.registry;

import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.testing.ServiceIntegrationTest;
import org.sharaka.registry.RegistryApi.Answer;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceIntegrationTest
class RegistryServiceOperationsIT {

	@LocalServerPort
	int port;

	RegistryApi api;

	@BeforeEach
	void connect() {
		this.api = new RegistryApi(this.port);
	}

	@Test
	void itIsAliveAndReady() {
		for (String probe : List.of("liveness", "readiness")) {
			Answer answer = this.api.get("/actuator/health/" + probe);
			assertThat(answer.status()).as(probe + answer.text()).isEqualTo(200);
		}
		assertThat(this.api.get("/actuator/prometheus").text()).contains("sharaka_outbox_published_total");
	}

	@Test
	void everyCommandIsDocumentedWithItsBodyAndAnExampleInArabic() {
		JsonNode paths = this.api.get("/v3/api-docs").json().path("paths");
		assertThat(paths.propertyNames()).contains("/api/v1/charities", "/api/v1/charities/{id}",
				"/api/v1/charities/{id}/decisions", "/api/v1/charities/{id}/history",
				"/api/v1/charities/{id}/contacts");
		paths.forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
			assertThat(operation.path("summary").asString("")).as(method + path).isNotBlank();
			if (path.startsWith("/api/v1/charities") && !method.equals("get")) {
				JsonNode body = operation.path("requestBody").path("content").iterator().next();
				assertThat(body.path("schema").path("$ref").asString()).startsWith("#/components/schemas/");
				assertThat(body.toString()).containsPattern("\\p{IsArabic}{3}");
			}
		}));
		JsonNode apply = paths.path("/api/v1/charities").path("post");
		assertThat(apply.path("responses")
			.path("201")
			.path("content")
			.path("application/json")
			.path("schema")
			.path("$ref")
			.asString()).isEqualTo("#/components/schemas/Charity");
		assertThat(this.api.get("/swagger-ui.html").status()).isIn(200, 302);
	}

	@Test
	void theExamplesWork() {
		JsonNode paths = this.api.get("/v3/api-docs").json().path("paths");
		String id = this.api.apply(example(paths, "/api/v1/charities", "post")).id();
		String path = "/api/v1/charities/" + id;
		assertThat(this.api.decide(id, "APPROVE").status()).isEqualTo(200);
		assertThat(this.api.patch(path, example(paths, "/api/v1/charities/{id}", "patch")).status()).isEqualTo(200);
		assertThat(this.api.put(path + "/contacts", example(paths, "/api/v1/charities/{id}/contacts", "put")).status())
			.isEqualTo(200);
		assertThat(
				this.api.post(path + "/decisions", example(paths, "/api/v1/charities/{id}/decisions", "post")).status())
			.isEqualTo(200);
	}

	@Test
	void theSecondEventOfAnApplicationDoesNotWaitForItsTopicToBecomeKnown() {
		double before = metric("sharaka_outbox_published_total");
		this.api.apply(Applications.association());
		Awaitility.await().until(() -> metric("sharaka_outbox_published_total") >= before + 2);
		assertThat(metric("sharaka_outbox_failed_total")).isZero();
	}

	private double metric(String name) {
		return this.api.get("/actuator/prometheus")
			.text()
			.lines()
			.filter((line) -> line.startsWith(name + " "))
			.mapToDouble((line) -> Double.parseDouble(line.substring(name.length() + 1)))
			.sum();
	}

	private static String example(JsonNode paths, String path, String method) {
		JsonNode body = paths.path(path).path(method).path("requestBody").path("content").iterator().next();
		return body.path("example").toString();
	}

}
