package org.sharaka.notification.notice;

import java.util.Set;

import org.sharaka.notification.charity.Audience;

/**
 * An occasion and whom it concerns.
 */
public sealed interface Matter {

	Occasion occasion();

	/** It concerns these charities, whatever this service knows of them. */
	record ForCharities(Occasion occasion, Set<String> charityIds) implements Matter {

		public ForCharities {
			charityIds = Set.copyOf(charityIds);
		}

	}

	/** It is an announcement to this audience. */
	record ForAudience(Occasion occasion, Audience audience) implements Matter {
	}

}
