package org.sharaka.meeting.meeting;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;

/**
 * What a meeting is to be.
 *
 * @param durationMinutes 1 to 43,200 (30 days)
 * @param chair who chairs: an office or a name
 * @param capacity places for delegates; null if there is no limit
 * @param agenda in order
 */
public record MeetingPlan(MeetingType type, BilingualText title, MeetingTime time, int durationMinutes, Venue venue,
		String chair, @Nullable Integer capacity, List<AgendaItem> agenda) {

	public MeetingPlan {
		agenda = List.copyOf(agenda);
	}

	MeetingPlan at(MeetingTime newTime, int newDurationMinutes) {
		return new MeetingPlan(this.type, this.title, newTime, newDurationMinutes, this.venue, this.chair,
				this.capacity, this.agenda);
	}

}
