package org.sharaka.chassis.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What a service answered, with the checks that every test needs. */
public record Answer(HttpResponse<byte[]> response) {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	/** Headers are name, value, name, value…; a null body is none. */
	public static Answer to(int port, String method, String path, byte[] body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
			.method(method, (body.length == 0) ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			return new Answer(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	public static Answer to(int port, String method, String path, String body, String... headers) {
		return to(port, method, path, body.getBytes(StandardCharsets.UTF_8), headers);
	}

	public int status() {
		return this.response.statusCode();
	}

	public String header(String name) {
		return this.response.headers().firstValue(name).orElse("");
	}

	public String text() {
		return new String(this.response.body(), StandardCharsets.UTF_8);
	}

	public JsonNode json() {
		return JsonMapper.shared().readTree(this.response.body());
	}

	/** Checks that this is a whole problem document and returns it. */
	public JsonNode problem(int status, String name) {
		assertThat(status()).as(text()).isEqualTo(status);
		assertThat(header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(header("Content-Language")).isIn("ar", "en");
		JsonNode problem = json();
		assertThat(problem.path("type").stringValue()).isEqualTo("urn:sharaka:problem:" + name);
		assertThat(problem.path("status").intValue()).isEqualTo(status);
		assertThat(problem.path("title").stringValue()).isNotBlank().isNotEqualTo(name);
		assertThat(problem.path("detail").stringValue()).isNotBlank().doesNotContain("{");
		String traceId = problem.path("traceId").stringValue();
		assertThat(header("traceparent")).contains(traceId);
		assertThat(problem.path("instance").stringValue()).isEqualTo("urn:sharaka:trace:" + traceId);
		return problem;
	}

}
