package org.sharaka.local.story.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends JSON requests to the services' HTTP interfaces. */
public final class HttpJsonClient {

	public static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	public JsonNode get(URI service, String path) throws InterruptedException {
		return send(service, path, "GET", null, null);
	}

	/** Returns the items of all pages of a list. */
	public List<JsonNode> list(URI service, String path, Map<String, String> query) throws InterruptedException {
		List<JsonNode> items = new ArrayList<>();
		String parameters = "?limit=200" + parameters(query);
		String cursor = "";
		do {
			JsonNode page = get(service, path + parameters + cursor);
			page.path("items").forEach(items::add);
			String next = page.path("next").asString("");
			cursor = next.isEmpty() ? "" : parameters(Map.of("cursor", next));
		}
		while (!cursor.isEmpty());
		return items;
	}

	private static String parameters(Map<String, String> query) {
		StringBuilder parameters = new StringBuilder();
		query.forEach((name, value) -> parameters.append('&')
			.append(name)
			.append('=')
			.append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
		return parameters.toString();
	}

	/**
	 * Sends a POST request.
	 * @param key the idempotency key; a story that is played again repeats it, so that
	 * nothing is done twice
	 */
	public JsonNode post(URI service, String path, Object body, String key) throws InterruptedException {
		return send(service, path, "POST", body, key);
	}

	public JsonNode put(URI service, String path, Object body) throws InterruptedException {
		return send(service, path, "PUT", body, null);
	}

	private JsonNode send(URI service, String path, String method, @Nullable Object body, @Nullable String key)
			throws InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
			.timeout(TIMEOUT)
			.header("Accept", "application/json, application/problem+json")
			.header("Accept-Language", "en");
		if (key != null) {
			request.header("Idempotency-Key", key);
		}
		if (body != null) {
			request.header("Content-Type", "application/json")
				.method(method, HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
		}
		try {
			HttpResponse<String> answer = this.client.send(request.build(),
					HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
			if (answer.statusCode() / 100 != 2) {
				throw new StoryFailedException("%s %s%s returned status %d: %s".formatted(method, service, path,
						answer.statusCode(), answer.body()));
			}
			return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
		}
		catch (IOException ex) {
			throw new StoryFailedException("%s %s%s failed: %s".formatted(method, service, path, ex));
		}
	}

}
