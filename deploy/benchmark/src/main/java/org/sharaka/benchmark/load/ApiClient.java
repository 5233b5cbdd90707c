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

/** A service's HTTP interface, over kept connections. Thread-safe. */
public final class ApiClient implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final String base;

	/**
	 * @param url such as {@code http://127.0.0.1:8081}
	 */
	public ApiClient(String url) {
		this.base = url + "/api/v1";
	}

	/**
	 * Posts JSON.
	 * @throws IOException if the answer is not of the 200s
	 */
	public JsonNode post(String path, String json) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.base + path))
			.timeout(PATIENCE)
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(json))
			.build();
		HttpResponse<byte[]> answer = this.http.send(request, BodyHandlers.ofByteArray());
		JsonNode body = JsonMapper.shared().readTree(answer.body());
		if (answer.statusCode() / 100 != 2) {
			throw new IOException("POST " + path + " was answered " + answer.statusCode() + ": " + body);
		}
		return body;
	}

	@Override
	public void close() {
		this.http.close();
	}

}
