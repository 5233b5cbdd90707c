package org.sharaka.meeting.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service's HTTP interface, as a program outside uses it. Thread-safe. */
public final class Api {

	private final HttpClient http = HttpClient.newHttpClient();

	private final URI base;

	public Api(int port) {
		this.base = URI.create("http://localhost:" + port);
	}

	/** A response. */
	public record Answer(HttpResponse<String> response) {

		public int status() {
			return this.response.statusCode();
		}

		public String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		public JsonNode json() {
			return JsonMapper.shared().readTree(this.response.body());
		}

		public String id() {
			return json().path("id").stringValue();
		}

		public String problem() {
			return json().path("type").stringValue("").replace("urn:sharaka:problem:", "");
		}

		/** Pointer and code of all errors: {@code /zone unknown-zone}. */
		public List<String> errors() {
			return json().path("errors")
				.valueStream()
				.map((error) -> error.path("pointer").stringValue() + " " + error.path("code").stringValue())
				.toList();
		}

	}

	public Answer get(String path, String... headers) {
		return send("GET", path, null, headers);
	}

	public Answer post(String path, @Nullable String json, String... headers) {
		return send("POST", path, json, headers);
	}

	public Answer put(String path, String json, String... headers) {
		return send("PUT", path, json, headers);
	}

	public Answer patch(String path, String json, String... headers) {
		return send("PATCH", path, json, headers);
	}

	/** Answers an invitation without delegates. */
	public Answer answer(String meetingId, String charityId, String status, String... headers) {
		return put("/api/v1/meetings/" + meetingId + "/invitations/" + charityId, "{\"status\": \"" + status + "\"}",
				headers);
	}

	public Answer schedule(String json, String... headers) {
		return post("/api/v1/meetings", json, headers);
	}

	private Answer send(String method, String path, @Nullable String body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.base.resolve(path))
			.method(method, (body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
		if (body != null) {
			request.setHeader("Content-Type", "application/json");
		}
		for (int name = 0; name < headers.length; name += 2) {
			request.setHeader(headers[name], headers[name + 1]);
		}
		try {
			return new Answer(this.http.send(request.build(), BodyHandlers.ofString()));
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
