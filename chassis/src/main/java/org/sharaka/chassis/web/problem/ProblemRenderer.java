package org.sharaka.chassis.web.problem;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.sharaka.chassis.message.Messages;
import org.sharaka.chassis.text.Language;
import org.springframework.http.ProblemDetail;

/** Writes a problem as the caller reads it (RFC 9457), in the caller's language. */
final class ProblemRenderer {

	static final String TYPE_PREFIX = "urn:sharaka:problem:";

	private final Messages messages;

	ProblemRenderer(Messages messages) {
		this.messages = messages;
	}

	ProblemDetail render(ProblemException problem, Language language, String traceId) {
		String key = "problem." + problem.name();
		ProblemDetail detail = ProblemDetail.forStatus(problem.status());
		detail.setType(URI.create(TYPE_PREFIX + problem.name()));
		String title = this.messages.find(language, key + ".title", List.of());
		detail.setTitle((title != null) ? title : problem.name());
		detail.setDetail(this.messages.find(language, key + ".detail", problem.args()));
		detail.setInstance(URI.create("urn:sharaka:trace:" + traceId));
		detail.setProperty("traceId", traceId);
		if (!problem.errors().isEmpty()) {
			detail.setProperty("errors", problem.errors().stream().map((error) -> describe(error, language)).toList());
		}
		return detail;
	}

	private Map<String, String> describe(InputError error, Language language) {
		return Map.of("pointer", error.pointer(), "code", error.code(), "message",
				error.message(this.messages, language));
	}

}
