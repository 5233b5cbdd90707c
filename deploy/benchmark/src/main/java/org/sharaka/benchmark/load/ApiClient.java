package org.sharaka.benchmark.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of a service's HTTP interface with persistent connections. Thread-safe. */
public final class ApiClient implements AutoCloseable {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final String base;

	/**
	 * @param url such as {@code http://127.0.0.1:8081}
	 */
	public ApiClient(String url) {
		this.base = url + "/api/v1";
	}

	/**
	 * Sends a POST request.
	 * @throws IOException if the status is not 2xx
	 */
	public JsonNode post(String path, String json) throws IOException, InterruptedException {
		return send("POST", path, json);
	}

	/**
	 * Sends a PUT request.
	 * @throws IOException if the status is not 2xx
	 */
	public JsonNode put(String path, String json) throws IOException, InterruptedException {
		return send("PUT", path, json);
	}

	private JsonNode send(String method, String path, String json) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.base + path))
			.timeout(TIMEOUT)
			.header("Content-Type", "application/json")
			.method(method, BodyPublishers.ofString(json))
			.build();
		HttpResponse<byte[]> answer = this.http.send(request, BodyHandlers.ofByteArray());
		JsonNode body = JsonMapper.shared().readTree(answer.body());
		if (answer.statusCode() / 100 != 2) {
			throw new IOException(method + " " + path + " returned status " + answer.statusCode() + ": " + body);
		}
		return body;
	}

	@Override
	public void close() {
		this.http.close();
	}

}
