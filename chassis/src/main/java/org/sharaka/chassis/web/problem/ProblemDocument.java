package org.sharaka.chassis.web.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.sharaka.chassis.message.Messages;
import org.sharaka.chassis.text.Language;
import org.sharaka.chassis.trace.Trace;

/**
 * A problem as the caller reads it (RFC 9457).
 *
 * @param language of title, detail and messages
 * @param members what the JSON object has, in order
 */
public record ProblemDocument(Language language, Map<String, Object> members) {

	static final String TYPE_PREFIX = "urn:sharaka:problem:";

	/** Writes the problem in this language, as an occurrence of this trace. */
	public static ProblemDocument of(ProblemException problem, Messages messages, Language language, Trace trace) {
		String key = "problem." + problem.name();
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("type", TYPE_PREFIX + problem.name());
		String title = messages.find(language, key + ".title", List.of());
		members.put("title", (title != null) ? title : problem.name());
		members.put("status", problem.status().value());
		String detail = messages.find(language, key + ".detail", problem.args());
		if (detail != null) {
			members.put("detail", detail);
		}
		members.put("instance", "urn:sharaka:trace:" + trace.traceId());
		members.put("traceId", trace.traceId());
		if (!problem.errors().isEmpty()) {
			members.put("errors", errors(problem.errors(), messages, language));
		}
		return new ProblemDocument(language, members);
	}

	private static List<Map<String, String>> errors(List<InputError> errors, Messages messages, Language language) {
		List<Map<String, String>> described = new ArrayList<>();
		for (InputError error : errors) {
			Map<String, String> member = new LinkedHashMap<>();
			member.put("pointer", error.pointer());
			member.put("code", error.code());
			member.put("message", error.message(messages, language));
			described.add(member);
		}
		return described;
	}

}
