package org.sharaka.chassis.web.version;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.web.problem.ProblemException;
import org.springframework.http.HttpHeaders;

/**
 * The versions that the caller knows, from {@code If-Match} (RFC 9110, 13.1.1). Take it
 * as a controller method's argument and {@link #check} the version that was loaded,
 * before the change; the change itself is then conditional on that same version. Without
 * the header, and with {@code *}, every version will do. Weak tags never match.
 */
public final class IfMatch {

	/** The form of the header, as a regular expression for JSON Schema. */
	public static final String PATTERN = "^(\\*|(W/)?\"[\\x21\\x23-\\x7E]*\"(, ?(W/)?\"[\\x21\\x23-\\x7E]*\")*)$";

	private static final IfMatch ANY = new IfMatch(null);

	private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"\\s*(,|$)|\\s*,");

	private final @Nullable Set<String> strongTags;

	private IfMatch(@Nullable Set<String> strongTags) {
		this.strongTags = strongTags;
	}

	/** What a request without the header means. */
	public static IfMatch any() {
		return ANY;
	}

	/**
	 * The header of this request.
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
		if (header == null || header.strip().equals("*")) {
			return ANY;
		}
		Set<String> tags = new LinkedHashSet<>();
		Matcher matcher = TAG.matcher(header);
		int end = 0;
		boolean found = false;
		while (end < header.length() && matcher.find(end) && matcher.start() == end) {
			end = matcher.end();
			if (matcher.group(2) != null) {
				found = true;
				if (matcher.group(1) == null) {
					tags.add(matcher.group(2));
				}
			}
		}
		if (end != header.length() || !found) {
			throw ProblemException.malformedHeader("If-Match");
		}
		return new IfMatch(tags);
	}

	public boolean matches(long version) {
		return this.strongTags == null || this.strongTags.contains(Long.toString(version));
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
