package org.sharaka.local.sandbox.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import tools.jackson.databind.json.JsonMapper;

/** One HTTP request and its response, both with JSON bodies. */
final class JsonExchange {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int MAX_BYTES = 64 * 1024;

	private final HttpExchange http;

	JsonExchange(HttpExchange http) {
		this.http = http;
	}

	String method() {
		return this.http.getRequestMethod();
	}

	String path() {
		return this.http.getRequestURI().getPath();
	}

	Map<String, String> query() throws ProblemException {
		Map<String, String> query = new LinkedHashMap<>();
		String raw = this.http.getRequestURI().getRawQuery();
		if (raw == null) {
			return query;
		}
		for (String pair : Arrays.stream(raw.split("&")).filter(p -> !p.isEmpty()).toList()) {
			String[] parts = pair.split("=", 2);
			try {
				query.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
						(parts.length > 1) ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
			}
			catch (IllegalArgumentException ex) {
				throw ProblemException.invalid(parts[0], "encoding", "This parameter is not percent-encoded UTF-8");
			}
		}
		return query;
	}

	byte[] body() throws IOException, ProblemException {
		byte[] body = this.http.getRequestBody().readNBytes(MAX_BYTES + 1);
		if (body.length > MAX_BYTES) {
			throw new ProblemException(413, "too-large", "The body is larger than 64 KiB");
		}
		return body;
	}

	JsonMapper json() {
		return JSON;
	}

	void header(String name, String value) {
		this.http.getResponseHeaders().set(name, value);
	}

	void respond(int status, Object body) throws IOException {
		send(status, (status >= 400) ? "application/problem+json" : "application/json", JSON.writeValueAsBytes(body));
	}

	void respondWithoutBody() throws IOException {
		this.http.sendResponseHeaders(204, -1);
	}

	void send(int status, String contentType, byte[] body) throws IOException {
		header("Content-Type", contentType.startsWith("text/") ? contentType + ";charset=UTF-8" : contentType);
		header("Cache-Control", "no-store");
		this.http.sendResponseHeaders(status, (body.length > 0) ? body.length : -1);
		try (OutputStream out = this.http.getResponseBody()) {
			out.write(body);
		}
	}

	OutputStream stream(String contentType) throws IOException {
		header("Content-Type", contentType);
		header("Cache-Control", "no-store");
		this.http.sendResponseHeaders(200, 0);
		return this.http.getResponseBody();
	}

}
