package org.sharaka.notification.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service's public interface, as a caller on the network sees it. */
public final class Http {

	private final HttpClient client = HttpClient.newHttpClient();

	private final String base;

	public Http(int port) {
		this.base = "http://localhost:" + port + "/api/v1";
	}

	public HttpResponse<String> get(String path) {
		return send(HttpRequest.newBuilder(URI.create(this.base + path)).build());
	}

	public HttpResponse<String> post(String path) {
		return send(
				HttpRequest.newBuilder(URI.create(this.base + path)).POST(HttpRequest.BodyPublishers.noBody()).build());
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return this.client.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public JsonNode json(String path) {
		return JsonMapper.shared().readTree(get(path).body());
	}

	/** The items of a list's first page. */
	public List<JsonNode> items(String path) {
		List<JsonNode> items = new ArrayList<>();
		json(path).path("items").forEach(items::add);
		return items;
	}

}
