package org.sharaka.meeting.meeting;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;

/**
 * What can happen to a meeting. Each event is published with the meeting as it is
 * afterwards.
 */
public sealed interface MeetingEvent {

	record Scheduled() implements MeetingEvent {
	}

	/** The meeting has a new time, which begins a new round. */
	record Rescheduled(MeetingTime previous, BilingualText reason) implements MeetingEvent {
	}

	/**
	 * Details were changed; the time and the invitations were not.
	 *
	 * @param changed the names of the changed fields
	 */
	record Updated(List<String> changed) implements MeetingEvent {
	}

	record Cancelled(@Nullable BilingualText reason) implements MeetingEvent {
	}

}
