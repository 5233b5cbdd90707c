package org.sharaka.chassis.web.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import tools.jackson.core.exc.StreamReadException;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.sharaka.chassis.outbox.OutboxFullException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Maps exceptions of Spring MVC, Tomcat and the MongoDB driver to problems. */
final class MvcProblems {

	private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

	/** Names of problems by status, where the exception says no more. */
	private static final Map<Integer, String> NAMES = Map.ofEntries(Map.entry(400, "bad-request"),
			Map.entry(401, "unauthorized"), Map.entry(403, "forbidden"), Map.entry(404, "not-found"),
			Map.entry(405, "method-not-allowed"), Map.entry(406, "not-acceptable"), Map.entry(408, "request-timeout"),
			Map.entry(413, "payload-too-large"), Map.entry(415, "unsupported-media-type"),
			Map.entry(429, "too-many-requests"), Map.entry(503, "unavailable"));

	private MvcProblems() {
	}

	static ProblemException of(Exception exception, String path) {
		return switch (exception) {
			case ProblemException problem -> problem;
			case HttpMessageNotReadableException ex -> unreadable(ex);
			case MaxUploadSizeExceededException ex -> ProblemException.payloadTooLarge(ex.getMaxUploadSize());
			case MissingServletRequestParameterException ex ->
				ProblemException.invalidInput("?" + ex.getParameterName(), "required");
			case MethodArgumentTypeMismatchException ex when ex.getParameter()
				.hasParameterAnnotation(PathVariable.class) -> ProblemException.notFound(path);
			case MethodArgumentTypeMismatchException ex ->
				ProblemException.invalidInput("?" + ex.getName(), "unreadable");
			case TypeMismatchException ex -> ProblemException.of(HttpStatus.BAD_REQUEST, "bad-request");
			case HttpMediaTypeNotSupportedException ex -> described(ex, List.of(join(ex.getSupportedMediaTypes())));
			case HttpMediaTypeNotAcceptableException ex -> described(ex, List.of(join(ex.getSupportedMediaTypes())));
			case HttpRequestMethodNotSupportedException ex -> described(ex, List.of(allowed(ex)));
			case MultipartException ex -> ProblemException.of(HttpStatus.BAD_REQUEST, "bad-request");
			case InvalidParameterException ex -> ProblemException.of(HttpStatus.BAD_REQUEST, "bad-request");
			case OutboxFullException ex -> ProblemException.unavailable(RETRY_AFTER);
			case MongoTimeoutException ex -> ProblemException.unavailable(RETRY_AFTER);
			case MongoSocketException ex -> ProblemException.unavailable(RETRY_AFTER);
			case MongoNotPrimaryException ex -> ProblemException.unavailable(RETRY_AFTER);
			case MongoNodeIsRecoveringException ex -> ProblemException.unavailable(RETRY_AFTER);
			case ErrorResponse response -> described(response, args(response.getStatusCode().value(), path));
			default -> ofStatus(HttpStatus.INTERNAL_SERVER_ERROR.value(), path);
		};
	}

	/** The problem for an error status that the container set. */
	static ProblemException ofStatus(int code, String path) {
		HttpStatus status = HttpStatus.resolve(code);
		if (status == null || !status.isError()) {
			status = HttpStatus.INTERNAL_SERVER_ERROR;
		}
		return new ProblemException(name(status), status, args(status.value(), path), List.of(), Map.of());
	}

	private static List<Object> args(int status, String path) {
		return (status == HttpStatus.NOT_FOUND.value()) ? List.of(path) : List.of();
	}

	private static ProblemException unreadable(HttpMessageNotReadableException ex) {
		if (ex.getCause() instanceof StreamReadException cause && cause.getLocation() != null) {
			return ProblemException.malformedJson(cause.getLocation().getLineNr(), cause.getLocation().getColumnNr());
		}
		return ProblemException.invalidInput("", "unreadable");
	}

	private static ProblemException described(ErrorResponse response, List<Object> args) {
		HttpStatus status = HttpStatus.valueOf(response.getStatusCode().value());
		Map<String, String> headers = new LinkedHashMap<>();
		response.getHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
		return new ProblemException(name(status), status, args, List.of(), headers);
	}

	private static String name(HttpStatus status) {
		return NAMES.getOrDefault(status.value(), status.is5xxServerError() ? "internal-error" : "bad-request");
	}

	private static String allowed(HttpRequestMethodNotSupportedException ex) {
		String[] methods = ex.getSupportedMethods();
		return (methods != null) ? String.join(", ", methods) : "";
	}

	private static String join(List<?> types) {
		return String.join(", ", types.stream().map(String::valueOf).toList());
	}

}
