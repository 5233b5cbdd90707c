package org.sharaka.chassis.web.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.message.Messages;
import org.sharaka.chassis.text.Language;
import org.sharaka.chassis.trace.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;

/**
 * Answers a request that Tomcat cannot parse, such as one whose address has Arabic
 * letters that are not percent-encoded. Its headers are unknown, and with them the
 * caller's language, so the problem document has both languages, Arabic first.
 */
public final class UnreadableRequestValve extends ErrorReportValve {

	static final String NAME = "unreadable-request";

	private static final Logger log = LoggerFactory.getLogger(UnreadableRequestValve.class);

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
		.build();

	private final ProblemRenderer renderer;

	public UnreadableRequestValve(Messages messages) {
		this.renderer = new ProblemRenderer(messages);
	}

	@Override
	protected void report(Request request, Response response, @Nullable Throwable throwable) {
		int status = response.getStatus();
		if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		ProblemException problem = (status == HttpStatus.BAD_REQUEST.value())
				? ProblemException.of(HttpStatus.BAD_REQUEST, NAME) : MvcProblems.ofStatus(status, "");
		try {
			Trace trace = Trace.start();
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			response.setHeader(HttpHeaders.CONTENT_LANGUAGE, "ar, en");
			response.setHeader("traceparent", trace.traceparent());
			response.getOutputStream().write(body(problem, trace).getBytes(StandardCharsets.UTF_8));
			response.finishResponse();
		}
		catch (IOException | IllegalStateException ex) {
			log.debug("the caller disconnected before the problem was written", ex);
		}
	}

	private String body(ProblemException problem, Trace trace) {
		ProblemDetail both = this.renderer.render(problem, Language.AR, trace.traceId());
		ProblemDetail english = this.renderer.render(problem, Language.EN, trace.traceId());
		both.setTitle(both.getTitle() + " — " + english.getTitle());
		if (both.getDetail() != null) {
			both.setDetail(both.getDetail() + " — " + english.getDetail());
		}
		return MAPPER.writeValueAsString(both);
	}

}
