package org.sharaka.meeting.meeting;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.meeting.charity.Charity;

/** What can be asked of a meeting that is there. */
public sealed interface MeetingCommand {

	/**
	 * A charity's answer to its invitation; it may change its mind.
	 *
	 * @param charity as this service knows it now; null if it knows nothing of it
	 * @param status one of {@link InvitationStatus#ANSWERS}
	 * @param delegates names
	 */
	record Answer(String charityId, @Nullable Charity charity, InvitationStatus status,
			List<String> delegates) implements MeetingCommand {

		public Answer {
			delegates = List.copyOf(delegates);
			if (!InvitationStatus.ANSWERS.contains(status)) {
				throw new IllegalArgumentException(status + " is no answer");
			}
		}

	}

	/**
	 * Another time.
	 *
	 * @param durationMinutes null to keep it
	 * @param known the charities invited, as this service knows them now, by id
	 */
	record Reschedule(MeetingTime time, @Nullable Integer durationMinutes, BilingualText reason,
			Map<String, Charity> known) implements MeetingCommand {

		public Reschedule {
			known = Map.copyOf(known);
		}

	}

	/** It will not take place. */
	record Cancel(@Nullable BilingualText reason) implements MeetingCommand {
	}

}
