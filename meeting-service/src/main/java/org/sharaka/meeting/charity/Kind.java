package org.sharaka.meeting.charity;

import java.util.List;
import java.util.stream.Stream;

/**
 * The kind of a charity, as the register names it: a code of an extensible list.
 */
public record Kind(String code) {

	/** The codes that were known when this was written. */
	public static final List<Kind> KNOWN = Stream
		.of("ASSOCIATION", "FOUNDATION", "CENTRE", "CAMPAIGN", "COORDINATION_COUNCIL", "FEDERATION",
				"DEVELOPMENT_COMMITTEE", "DONOR", "COOPERATIVE")
		.map(Kind::new)
		.toList();

}
