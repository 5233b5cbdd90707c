package org.sharaka.meeting.meeting;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;

/**
 * A meeting at one version, without its invitations.
 *
 * @param version how many events it has had
 * @param calendarSequence SEQUENCE of its iCalendar entry (RFC 5545, 3.8.7.4): 0 at
 * first, one more with each move and with the cancellation
 * @param cancellationReason null unless it was cancelled and somebody said why
 */
public record MeetingSnapshot(String id, long version, MeetingStatus status, MeetingPlan plan, int calendarSequence,
		@Nullable BilingualText cancellationReason) {

	MeetingSnapshot after(int events) {
		return new MeetingSnapshot(this.id, this.version + events, this.status, this.plan, this.calendarSequence,
				this.cancellationReason);
	}

	MeetingSnapshot movedTo(MeetingPlan newPlan) {
		return new MeetingSnapshot(this.id, this.version, this.status, newPlan, this.calendarSequence + 1,
				this.cancellationReason);
	}

	MeetingSnapshot cancelled(@Nullable BilingualText reason) {
		return new MeetingSnapshot(this.id, this.version, MeetingStatus.CANCELLED, this.plan, this.calendarSequence + 1,
				reason);
	}

}
