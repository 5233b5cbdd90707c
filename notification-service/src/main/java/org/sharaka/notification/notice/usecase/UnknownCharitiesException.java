package org.sharaka.notification.notice.usecase;

import java.util.Set;

/**
 * Thrown if an audience names charities that are not in the register. No charity of the
 * audience has been notified.
 */
public class UnknownCharitiesException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** How many of the charities the message names. */
	private static final int MAX_NAMED_CHARITIES = 5;

	UnknownCharitiesException(Set<String> charityIds) {
		super("the audience names a charity that is not in the register: " + named(charityIds));
	}

	private static String named(Set<String> charityIds) {
		String named = String.join(", ", charityIds.stream().sorted().limit(MAX_NAMED_CHARITIES).toList());
		int more = charityIds.size() - MAX_NAMED_CHARITIES;
		return (more > 0) ? named + " and " + more + " more" : named;
	}

}
