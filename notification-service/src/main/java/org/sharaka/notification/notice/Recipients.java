package org.sharaka.notification.notice;

import java.util.Set;

import org.sharaka.notification.charity.Audience;

/** The charities that an event concerns. */
public sealed interface Recipients {

	/** These charities, whether or not this service knows them. */
	record OfIds(Set<String> charityIds) implements Recipients {

		public OfIds {
			charityIds = Set.copyOf(charityIds);
		}

	}

	/** The registered charities of an audience. */
	record OfAudience(Audience audience) implements Recipients {
	}

	/** The charities whose invitation to a meeting is not withdrawn. */
	record OfMeeting(String meetingId) implements Recipients {
	}

}
