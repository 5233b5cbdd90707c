package org.sharaka.chassis.web.version;

import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.web.problem.ProblemException;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;

/**
 * The precondition {@code If-Match} (RFC 9110, 13.1.1): the versions of a resource that
 * the caller accepts. Without the header, and with {@code *}, it accepts every version. A
 * weak tag never matches.
 */
public final class IfMatch {

	private static final String TAG = "(W/)?\"[\\x21\\x23-\\x7E]*\"";

	/** The form of the header, as a regular expression for JSON Schema. */
	public static final String PATTERN = "^(\\*|[ ,]*" + TAG + "( *,[ ,]*" + TAG + ")*[ ,]*)$";

	private static final Pattern FORM = Pattern.compile(PATTERN);

	private final List<ETag> tags;

	private IfMatch(List<ETag> tags) {
		this.tags = tags;
	}

	/**
	 * The precondition of this request.
	 * @throws ProblemException {@code malformed-header}
	 */
	public static IfMatch of(HttpServletRequest request) {
		List<String> lines = Collections.list(request.getHeaders(HttpHeaders.IF_MATCH));
		return parse(lines.isEmpty() ? null : String.join(",", lines));
	}

	/**
	 * @param header the field's value; several lines joined by commas; null without it
	 * @throws ProblemException {@code malformed-header}
	 */
	public static IfMatch parse(@Nullable String header) {
		String value = (header != null) ? header.strip() : "*";
		// Spring's parser skips what is not a tag
		if (!FORM.matcher(value).matches()) {
			throw ProblemException.malformedHeader(HttpHeaders.IF_MATCH);
		}
		return new IfMatch(ETag.parse(value));
	}

	public boolean matches(long version) {
		ETag current = ETag.create(ETags.of(version));
		return this.tags.stream().anyMatch((tag) -> tag.isWildcard() || tag.compare(current, true));
	}

	/**
	 * @throws ProblemException {@code stale-version} if the version is not one of these
	 */
	public void check(long current) {
		if (!matches(current)) {
			throw ProblemException.staleVersion(current);
		}
	}

}
