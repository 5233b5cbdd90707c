package org.sharaka.chassis.web.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.sharaka.chassis.text.MessageKey;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A failure that the caller receives as a problem document of type
 * {@code urn:sharaka:problem:<name>}. The texts are {@code problem.<name>.title} and
 * {@code problem.<name>.detail} in the bundles. Its own message is only the name: nothing
 * that a person sent reaches a log this way.
 */
public final class ProblemException extends RuntimeException {

	private final String name;

	private final HttpStatus status;

	private final transient List<Object> args;

	private final transient List<InputError> errors;

	private final transient Map<String, String> headers;

	/**
	 * @param args values for the detail: text, numbers, or {@link MessageKey}s
	 * @param headers further headers of the answer
	 */
	public ProblemException(String name, HttpStatus status, List<Object> args, List<InputError> errors,
			Map<String, String> headers) {
		super(name, null, false, status.is5xxServerError());
		this.name = name;
		this.status = status;
		this.args = List.copyOf(args);
		this.errors = List.copyOf(errors);
		this.headers = Map.copyOf(headers);
	}

	/** A problem that a service defines. */
	public static ProblemException of(HttpStatus status, String name, Object... args) {
		return new ProblemException(name, status, List.of(args), List.of(), Map.of());
	}

	/** 409: the request is well-formed, but the present state forbids it. */
	public static ProblemException conflict(String name, Object... args) {
		return of(HttpStatus.CONFLICT, name, args);
	}

	/** 404: nothing has this id or path. */
	public static ProblemException notFound(String idOrPath) {
		return of(HttpStatus.NOT_FOUND, "not-found", idOrPath);
	}

	/** 400, with all errors. */
	public static ProblemException invalidInput(List<InputError> errors) {
		return new ProblemException("invalid-input", HttpStatus.BAD_REQUEST, List.of(errors.size()), errors, Map.of());
	}

	/** 400, with one error. */
	public static ProblemException invalidInput(String pointer, String code, Object... args) {
		return invalidInput(List.of(InputError.of(pointer, code, args)));
	}

	/** 400: the body is not JSON. */
	public static ProblemException malformedJson(int line, int column) {
		return of(HttpStatus.BAD_REQUEST, "malformed-json", line, column);
	}

	/** 400: a header that cannot be read. */
	public static ProblemException malformedHeader(String header) {
		return of(HttpStatus.BAD_REQUEST, "malformed-header", header);
	}

	/** 400: a cursor that did not come from this list. */
	public static ProblemException invalidCursor() {
		return of(HttpStatus.BAD_REQUEST, "invalid-cursor");
	}

	/** 412: the resource has changed since the version that {@code If-Match} names. */
	public static ProblemException staleVersion(long current) {
		return of(HttpStatus.PRECONDITION_FAILED, "stale-version", current);
	}

	/** 413. */
	public static ProblemException payloadTooLarge(long limitInBytes) {
		return of(HttpStatus.CONTENT_TOO_LARGE, "payload-too-large", limitInBytes);
	}

	/** 415, with the accepted media types. */
	public static ProblemException unsupportedMediaType(String accepted) {
		return new ProblemException("unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE, List.of(accepted),
				List.of(), Map.of(HttpHeaders.ACCEPT, accepted));
	}

	/** 422: the key was used before, for another request. */
	public static ProblemException idempotencyKeyReused() {
		return of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
	}

	/** 409: the first request with this key has not been answered yet. */
	public static ProblemException requestInProgress(Duration retryAfter) {
		return new ProblemException("request-in-progress", HttpStatus.CONFLICT, List.of(retryAfter.toSeconds()),
				List.of(), Map.of(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds())));
	}

	/** 503: a system that this service depends on is not available. */
	public static ProblemException unavailable(Duration retryAfter) {
		return new ProblemException("unavailable", HttpStatus.SERVICE_UNAVAILABLE, List.of(retryAfter.toSeconds()),
				List.of(), Map.of(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds())));
	}

	public String name() {
		return this.name;
	}

	public HttpStatus status() {
		return this.status;
	}

	public List<Object> args() {
		return this.args;
	}

	public List<InputError> errors() {
		return this.errors;
	}

	public Map<String, String> headers() {
		return this.headers;
	}

}
