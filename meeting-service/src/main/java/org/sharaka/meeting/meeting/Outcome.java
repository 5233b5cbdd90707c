package org.sharaka.meeting.meeting;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What comes of a command: a change, or the reason why there is none. */
public sealed interface Outcome {

	/**
	 * To be written in one go.
	 *
	 * @param before null for a new meeting
	 * @param after with the version that it will then have
	 * @param events in order; none if everything is already as was asked
	 */
	record Change(@Nullable Meeting before, Meeting after, List<MeetingEvent> events) implements Outcome {

		public Change {
			events = List.copyOf(events);
		}

		static Change none(Meeting meeting) {
			return new Change(meeting, meeting, List.of());
		}

		public boolean isNone() {
			return this.events.isEmpty();
		}

	}

	/**
	 * @param policy what forbids it
	 * @param subject id of the charity that it is about, or else of the meeting
	 */
	record Refusal(MeetingPolicy policy, String subject) implements Outcome {
	}

}
