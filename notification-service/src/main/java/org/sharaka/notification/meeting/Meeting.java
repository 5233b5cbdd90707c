package org.sharaka.notification.meeting;

import java.time.Instant;
import java.util.Comparator;

/**
 * A meeting as an event described it.
 *
 * @param status such as {@code SCHEDULED}
 * @param round the number of the meeting's time: 1 at first, one more with each new time
 * @param calendarSequence rises with each change that calendars must show
 * @param details the meeting as the event carried it, JSON
 * @param sequence of the event
 * @param changedAt the event's time
 */
public record Meeting(String id, String status, long round, long calendarSequence, String details, long sequence,
		Instant changedAt) {

	private static final Comparator<Meeting> BY_AGE = Comparator.comparingLong(Meeting::round)
		.thenComparingLong(Meeting::calendarSequence);

	public boolean isCancelled() {
		return this.status.equals("CANCELLED");
	}

	/**
	 * Whether this describes the meeting later than the other, which an event of another
	 * aggregate may have carried.
	 */
	public boolean isNewerThan(Meeting other) {
		return BY_AGE.compare(this, other) > 0;
	}

}
