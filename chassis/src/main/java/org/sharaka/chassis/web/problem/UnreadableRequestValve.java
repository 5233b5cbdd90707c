package org.sharaka.chassis.web.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

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

/**
 * Answers what the server cannot even read as a request, such as an address with Arabic
 * letters that are not percent-encoded. It has no headers then, so nobody knows the
 * caller's language: the answer has both, Arabic first.
 */
public final class UnreadableRequestValve extends ErrorReportValve {

	static final String NAME = "unreadable-request";

	private static final Logger log = LoggerFactory.getLogger(UnreadableRequestValve.class);

	private final Messages messages;

	public UnreadableRequestValve(Messages messages) {
		this.messages = messages;
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
			log.debug("a caller left before it was told why its request is refused", ex);
		}
	}

	private String body(ProblemException problem, Trace trace) {
		Map<String, Object> arabic = ProblemDocument.of(problem, this.messages, Language.AR, trace).members();
		Map<String, Object> english = ProblemDocument.of(problem, this.messages, Language.EN, trace).members();
		Map<String, Object> both = new LinkedHashMap<>(arabic);
		for (String text : new String[] { "title", "detail" }) {
			both.computeIfPresent(text, (name, value) -> value + " — " + english.get(name));
		}
		return JsonMapper.shared().writeValueAsString(both);
	}

}
