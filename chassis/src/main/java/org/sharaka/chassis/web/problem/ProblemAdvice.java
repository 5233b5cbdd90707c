package org.sharaka.chassis.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.message.Messages;
import org.sharaka.chassis.log.RedactedException;
import org.sharaka.chassis.text.Language;
import org.sharaka.chassis.trace.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers every exception with a problem document (RFC 9457). An unexpected exception is
 * 500 without any details; the log has them under the same trace id.
 */
@RestControllerAdvice
public final class ProblemAdvice {

	private static final Logger LOGGER = LoggerFactory.getLogger(ProblemAdvice.class);

	private final ProblemRenderer renderer;

	public ProblemAdvice(Messages messages) {
		this.renderer = new ProblemRenderer(messages);
	}

	@ExceptionHandler
	@Nullable ResponseEntity<ProblemDetail> handle(Exception exception, HttpServletRequest request) {
		if (DisconnectedClientHelper.isClientDisconnectedException(exception)) {
			return null;
		}
		ProblemException problem = MvcProblems.of(exception, request.getRequestURI());
		if (problem.status().is5xxServerError()) {
			LOGGER.error("A request failed with {}", problem.name(), RedactedException.of(exception));
		}
		return answer(problem, request);
	}

	/** The problem as an answer to this request, in the language that it asks for. */
	ResponseEntity<ProblemDetail> answer(ProblemException problem, HttpServletRequest request) {
		Language language = Negotiation.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
		ProblemDetail detail = this.renderer.render(problem, language, Trace.current().traceId());
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.status())
			.header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
		problem.headers().forEach(answer::header);
		return answer.body(detail);
	}

}
