package org.sharaka.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as a caller's program sees it: bytes over HTTP. Thread-safe. */
public final class RegistryApi {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private final String base;

	public RegistryApi(int port) {
		this.base = "http://127.0.0.1:" + port;
	}

	/** What came back. */
	public record Answer(int status, HttpResponse<byte[]> response) {

		public JsonNode json() {
			return JsonMapper.shared().readTree(this.response.body());
		}

		public String id() {
			return json().path("id").asString();
		}

		public String text() {
			return new String(this.response.body(), StandardCharsets.UTF_8);
		}

		public String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		/** The name of the problem, after {@code urn:sharaka:problem:}. */
		public String problem() {
			return json().path("type").asString().replace("urn:sharaka:problem:", "");
		}

	}

	public Answer get(String path, String... headers) {
		return send("GET", path, null, headers);
	}

	public Answer post(String path, String json, String... headers) {
		return send("POST", path, json, headers);
	}

	public Answer patch(String path, String json, String... headers) {
		return send("PATCH", path, json, headers);
	}

	public Answer put(String path, String json, String... headers) {
		return send("PUT", path, json, headers);
	}

	/** A new charity. */
	public Answer apply(String json, String... headers) {
		return post("/api/v1/charities", json, headers);
	}

	public Answer decide(String id, String decision, String... headers) {
		return post("/api/v1/charities/" + id + "/decisions", """
				{"decision": "%s", "reason": {"ar": "بناءً على مراجعة الملف"}}""".formatted(decision), headers);
	}

	/** A charity that is registered. */
	public Answer registered(String json) {
		return decide(apply(json).id(), "APPROVE");
	}

	/**
	 * @param headers names and values in turn; {@code Content-Type} replaces the usual
	 * one
	 */
	public Answer send(String method, String path, @Nullable String body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path))
			.method(method, (body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
		if (body != null) {
			request.setHeader("Content-Type", "application/json");
		}
		for (int index = 0; index < headers.length; index += 2) {
			request.setHeader(headers[index], headers[index + 1]);
		}
		try {
			HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
			return new Answer(response.statusCode(), response);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
