package org.sharaka.chassis.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares every response under {@code /api/} with the service's own OpenAPI document:
 * the status, the media type, and JSON with the schema, which must name every field. A
 * response that differs is replaced by 500 with the difference, so that the test that
 * asked for it fails.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class DocumentedResponseCheck extends OncePerRequestFilter {

	private static final String DOCUMENT = "urn:openapi";

	private @Nullable JsonNode document;

	private @Nullable SchemaRegistry schemas;

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getRequestURI().startsWith("/api/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ContentCachingResponseWrapper cached = new ContentCachingResponseWrapper(response);
		chain.doFilter(request, cached);
		String difference = difference(request, cached);
		if (difference != null) {
			cached.resetBuffer();
			cached.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
			cached.setContentType("text/plain;charset=UTF-8");
			cached.getWriter().print(difference);
			cached.getWriter().flush();
		}
		cached.copyBodyToResponse();
	}

	private @Nullable String difference(HttpServletRequest request, ContentCachingResponseWrapper response)
			throws IOException {
		String operation = operation(request);
		if (operation == null || response.getContentSize() == 0) {
			return null;
		}
		JsonNode responses = document(request).at(operation + "/responses");
		String status = responses.has("" + response.getStatus()) ? "" + response.getStatus() : "default";
		if (response.getStatus() < 400 && status.equals("default")) {
			return operation + " does not document the status " + response.getStatus();
		}
		MediaType type = MediaType.parseMediaType(String.valueOf(response.getContentType()));
		String name = type.getType() + "/" + type.getSubtype();
		if (!responses.path(status).path("content").has(name)) {
			return operation + " does not document " + name + " for the status " + status;
		}
		if (!name.endsWith("json")) {
			return null;
		}
		String pointer = operation + "/responses/" + status + "/content/" + escaped(name) + "/schema";
		List<Error> errors = schema(pointer).validate(JsonMapper.shared().readTree(response.getContentAsByteArray()));
		return errors.isEmpty() ? null : pointer + " is broken: " + errors;
	}

	/** The pointer to the operation; null if there is none, as for an unknown path. */
	private @Nullable String operation(HttpServletRequest request) {
		String method = request.getMethod().toLowerCase(Locale.ROOT);
		return document(request).path("paths")
			.properties()
			.stream()
			.filter((path) -> path.getValue().has(method))
			.map(Map.Entry::getKey)
			.filter((path) -> matches(path, request))
			.min((a, b) -> PathPattern.SPECIFICITY_COMPARATOR.compare(pattern(a), pattern(b)))
			.map((path) -> "/paths/" + escaped(path) + "/" + method)
			.orElse(null);
	}

	private static boolean matches(String path, HttpServletRequest request) {
		return pattern(path).matches(org.springframework.http.server.PathContainer.parsePath(request.getRequestURI()));
	}

	private static PathPattern pattern(String path) {
		return PathPatternParser.defaultInstance.parse(path);
	}

	private synchronized JsonNode document(HttpServletRequest request) {
		if (this.document == null) {
			URI uri = URI.create("http://127.0.0.1:" + request.getLocalPort() + "/v3/api-docs");
			try (HttpClient client = HttpClient.newHttpClient()) {
				JsonNode read = JsonMapper.shared()
					.readTree(client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
						.body());
				close(read.path("components"));
				this.schemas = SchemaRegistry.builder()
					.defaultDialectId(Dialects.getDraft202012().getId())
					.schemas(Map.of(DOCUMENT, read.toString()))
					.build();
				this.document = read;
			}
			catch (IOException | InterruptedException ex) {
				throw new IllegalStateException("cannot read " + uri, ex);
			}
		}
		return this.document;
	}

	private synchronized Schema schema(String pointer) {
		if (this.schemas == null) {
			throw new IllegalStateException("the document has not been read");
		}
		return this.schemas.getSchema(SchemaLocation.of(DOCUMENT + "#" + pointer));
	}

	private static void close(JsonNode node) {
		if (node instanceof ObjectNode object && object.path("properties").isObject()
				&& !object.has("additionalProperties")) {
			object.put("additionalProperties", false);
		}
		node.forEach(DocumentedResponseCheck::close);
	}

	private static String escaped(String name) {
		return name.replace("~", "~0").replace("/", "~1");
	}

}
