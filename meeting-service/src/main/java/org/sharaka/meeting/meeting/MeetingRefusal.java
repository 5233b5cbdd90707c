package org.sharaka.meeting.meeting;

import java.util.List;

import org.sharaka.chassis.command.Refusal;

/** Why a policy forbids a command on a meeting. */
public sealed interface MeetingRefusal extends Refusal {

	@Override
	default List<Object> arguments() {
		return List.of();
	}

	record MeetingCancelled() implements MeetingRefusal {

		@Override
		public String code() {
			return "meeting-cancelled";
		}

	}

	record MeetingStarted() implements MeetingRefusal {

		@Override
		public String code() {
			return "meeting-started";
		}

	}

	/**
	 * The time is not allowed.
	 *
	 * @param code {@code not-in-future} or {@code too-far-ahead}
	 */
	record TimeNotAllowed(String code) implements MeetingRefusal {
	}

	/** A correction names an agenda item that the meeting does not have. */
	record UnknownAgendaItem(String itemId) implements MeetingRefusal {

		@Override
		public String code() {
			return "unknown-agenda-item";
		}

		@Override
		public List<Object> arguments() {
			return List.of(this.itemId);
		}

	}

}
