package org.sharaka.chassis.web.idempotency;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.sharaka.chassis.web.input.BodyLimit;
import org.sharaka.chassis.web.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.sharaka.chassis.web.version.IfMatch;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Executes a request with an {@code Idempotency-Key} once. A repeated request gets the
 * stored response, with {@code Idempotent-Replayed: true}. Only successful responses are
 * stored: a request that was refused has changed nothing and may succeed later. After a
 * crash between the command's write and the storing of its response, the request is
 * executed again and recognised by its command id.
 */
public final class IdempotencyFilter extends OncePerRequestFilter {

	static final String REPLAYED = "Idempotent-Replayed";

	private static final Logger LOGGER = LoggerFactory.getLogger(IdempotencyFilter.class);

	private static final List<String> STORED_HEADERS = List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG,
			HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_LANGUAGE);

	private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH");

	private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

	private final IdempotencyKeys keys;

	private final BodyLimit limit;

	private final HandlerExceptionResolver problems;

	public IdempotencyFilter(IdempotencyKeys keys, BodyLimit limit, HandlerExceptionResolver problems) {
		this.keys = keys;
		this.limit = limit;
		this.problems = problems;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !METHODS.contains(request.getMethod()) || request.getHeader(IdempotencyKey.HEADER) == null;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		CachedBody repeatable;
		RequestFingerprint fingerprint;
		Attempt attempt;
		try {
			Optional<String> key = IdempotencyKey.of(request);
			byte[] body = this.limit.read(request);
			repeatable = new CachedBody(request, body);
			fingerprint = RequestFingerprint.of(request.getMethod(), request.getRequestURI(), request.getQueryString(),
					request.getContentType(), key.orElseThrow(), body);
			attempt = this.keys.begin(fingerprint);
			if (attempt instanceof Attempt.InProgress) {
				throw ProblemException.requestInProgress(RETRY_AFTER);
			}
			if (attempt instanceof Attempt.Repeat) {
				// a replay does not reach the controller, which would refuse it
				IfMatch.of(request);
			}
			if (attempt instanceof Attempt.KeyReused) {
				throw ProblemException.idempotencyKeyReused();
			}
		}
		catch (RuntimeException ex) {
			this.problems.resolveException(request, response, null, ex);
			return;
		}
		if (attempt instanceof Attempt.Execute(String token)) {
			execute(repeatable, response, chain, fingerprint, token);
		}
		else if (attempt instanceof Attempt.Repeat(StoredAnswer answer)) {
			repeat(answer, response);
		}
	}

	private void execute(HttpServletRequest request, HttpServletResponse response, FilterChain chain,
			RequestFingerprint fingerprint, String token) throws ServletException, IOException {
		ContentCachingResponseWrapper cached = new ContentCachingResponseWrapper(response);
		boolean answered = false;
		request.setAttribute(RequestFingerprint.ATTRIBUTE, fingerprint);
		try {
			chain.doFilter(request, cached);
			answered = true;
		}
		finally {
			storeOrRelease(cached, fingerprint, token, answered);
		}
		cached.copyBodyToResponse();
	}

	/** The command stays done even if its response cannot be stored. */
	private void storeOrRelease(ContentCachingResponseWrapper response, RequestFingerprint fingerprint, String token,
			boolean answered) {
		try {
			if (answered && HttpStatus.valueOf(response.getStatus()).is2xxSuccessful()) {
				this.keys.finish(fingerprint, token, answer(response));
			}
			else {
				this.keys.release(fingerprint, token);
			}
		}
		catch (RuntimeException ex) {
			LOGGER.warn("The response to a request with an idempotency key could not be stored: {}",
					ex.getClass().getName());
		}
	}

	private static StoredAnswer answer(ContentCachingResponseWrapper response) {
		Map<String, String> headers = new LinkedHashMap<>();
		for (String name : STORED_HEADERS) {
			String value = HttpHeaders.CONTENT_TYPE.equals(name) ? response.getContentType() : response.getHeader(name);
			if (value != null) {
				headers.put(name, value);
			}
		}
		return new StoredAnswer(response.getStatus(), headers, response.getContentAsByteArray());
	}

	private static void repeat(StoredAnswer answer, HttpServletResponse response) throws IOException {
		response.setStatus(answer.status());
		answer.headers().forEach(response::setHeader);
		response.setHeader(REPLAYED, "true");
		response.setContentLength(answer.body().length);
		response.getOutputStream().write(answer.body());
	}

}
