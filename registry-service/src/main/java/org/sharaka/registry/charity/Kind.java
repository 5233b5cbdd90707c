package org.sharaka.registry.charity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A kind of body that the ministry registers. The list of kinds may grow: a value that
 * was stored or published may have a code that is not among {@link #KNOWN}.
 */
public record Kind(String code) {

	private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,49}");

	/** جمعية أهلية. */
	public static final Kind ASSOCIATION = new Kind("ASSOCIATION");

	/** مؤسسة أهلية. */
	public static final Kind FOUNDATION = new Kind("FOUNDATION");

	/** مركز. */
	public static final Kind CENTRE = new Kind("CENTRE");

	/** حملة. */
	public static final Kind CAMPAIGN = new Kind("CAMPAIGN");

	/** مجلس تنسيق. */
	public static final Kind COORDINATION_COUNCIL = new Kind("COORDINATION_COUNCIL");

	/** اتحاد نوعي. */
	public static final Kind FEDERATION = new Kind("FEDERATION");

	/** لجنة تنمية. */
	public static final Kind DEVELOPMENT_COMMITTEE = new Kind("DEVELOPMENT_COMMITTEE");

	/** جهة مانحة. */
	public static final Kind DONOR = new Kind("DONOR");

	/** جمعية تعاونية. */
	public static final Kind COOPERATIVE = new Kind("COOPERATIVE");

	/** The kinds of which a body can apply. */
	public static final List<Kind> KNOWN = List.of(ASSOCIATION, FOUNDATION, CENTRE, CAMPAIGN, COORDINATION_COUNCIL,
			FEDERATION, DEVELOPMENT_COMMITTEE, DONOR, COOPERATIVE);

	public Kind {
		if (!FORM.matcher(code).matches()) {
			throw new IllegalArgumentException("not the code of a kind");
		}
	}

	/** The kind with this code, known or not. */
	public static Optional<Kind> parse(String code) {
		return FORM.matcher(code).matches() ? Optional.of(new Kind(code)) : Optional.empty();
	}

}
