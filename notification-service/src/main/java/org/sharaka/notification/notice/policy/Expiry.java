package org.sharaka.notification.notice.policy;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Until when a notice is worth sending. Counted from the event's own time, so that a
 * service that reads old topics from their beginning sends no old notices.
 */
public enum Expiry {

	/** A notice about a meeting is worth sending until the meeting begins. */
	MEETING_START {

		@Override
		public Instant of(Times times) {
			return (times.meetingStart() != null) ? times.meetingStart() : AFTER_72_HOURS.of(times);
		}

	},

	AFTER_72_HOURS {

		@Override
		public Instant of(Times times) {
			return times.happened().plus(Duration.ofHours(72));
		}

	},

	/** What the announcement says, else what its priority says. */
	AS_ANNOUNCED {

		@Override
		public Instant of(Times times) {
			return (times.announced() != null) ? times.announced() : times.happened().plus(times.priority().lifetime());
		}

	};

	public abstract Instant of(Times times);

	/**
	 * What an event says.
	 *
	 * @param happened the event's time
	 * @param meetingStart null if the event is about no meeting
	 * @param announced null if the event states no expiry
	 */
	public record Times(Instant happened, Priority priority, @Nullable Instant meetingStart,
			@Nullable Instant announced) {
	}

}
