package org.sharaka.meeting.invitation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A charity's answer to its invitation; it may change its mind.
 *
 * @param status one of {@link Invitation.Status#ANSWERS}
 * @param delegates names of those who are to come
 * @param round that is answered; null for the current one
 */
public record Answer(Invitation.Status status, List<String> delegates, @Nullable Integer round) {

	public Answer {
		delegates = List.copyOf(delegates);
		if (!Invitation.Status.ANSWERS.contains(status)) {
			throw new IllegalArgumentException(status + " is not an answer");
		}
	}

}
