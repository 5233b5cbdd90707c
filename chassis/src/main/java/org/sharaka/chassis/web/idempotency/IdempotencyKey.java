package org.sharaka.chassis.web.idempotency;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.sharaka.chassis.web.problem.ProblemException;

/**
 * The header {@code Idempotency-Key}: 1 to 255 visible ASCII characters, taken as they
 * are.
 */
public final class IdempotencyKey {

	public static final String HEADER = "Idempotency-Key";

	/** The form of the header, as a regular expression for JSON Schema. */
	public static final String PATTERN = "^[\\x21-\\x7E]{1,255}$";

	private static final Pattern FORM = Pattern.compile(PATTERN);

	private IdempotencyKey() {
	}

	/**
	 * The id of the command that this request carries: the same UUID whenever the same
	 * request comes with the same key. Empty if the request has no key.
	 */
	public static Optional<String> commandId(HttpServletRequest request) {
		return (request.getAttribute(RequestFingerprint.ATTRIBUTE) instanceof RequestFingerprint fingerprint)
				? Optional.of(fingerprint.commandId()) : Optional.empty();
	}

	/**
	 * @throws ProblemException {@code malformed-header}
	 */
	static Optional<String> of(HttpServletRequest request) {
		List<String> values = Collections.list(request.getHeaders(HEADER));
		if (values.isEmpty()) {
			return Optional.empty();
		}
		if (values.size() > 1 || !FORM.matcher(values.getFirst()).matches()) {
			throw ProblemException.malformedHeader(HEADER);
		}
		return Optional.of(values.getFirst());
	}

}
