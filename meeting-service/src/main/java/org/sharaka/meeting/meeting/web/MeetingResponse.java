package org.sharaka.meeting.meeting.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.meeting.meeting.AgendaItem;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.meeting.Meeting.Status;
import org.sharaka.meeting.meeting.MeetingDetails;
import org.sharaka.meeting.meeting.MeetingInvitations.Issuing;
import org.sharaka.meeting.meeting.MeetingInvitations.Summary;
import org.sharaka.meeting.meeting.Venue;

/**
 * A meeting as callers read it.
 *
 * @param invitations how many there are of each status; null in the history
 */
record MeetingResponse(String id, Status status, int round, MeetingDetails.Type type, BilingualText title,
		String startsAt, String zone, Instant startInstant, int durationMinutes, Venue venue, String chair,
		@Nullable Integer capacity, List<AgendaItem> agenda, int calendarSequence,
		@Nullable BilingualText cancellationReason, @Nullable Map<String, Integer> invitations,
		@Nullable Issuing issuing, long version) {

	/**
	 * @param summary null if the invitations do not matter
	 */
	static MeetingResponse of(Meeting meeting, @Nullable Summary summary) {
		MeetingDetails details = meeting.details();
		return new MeetingResponse(meeting.id(), meeting.status(), meeting.round(), details.type(), details.title(),
				DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(meeting.time().local()), meeting.time().zone().getId(),
				meeting.time().instant(), meeting.durationMinutes(), details.venue(), details.chair(),
				details.capacity(), details.agenda(), meeting.calendarSequence(),
				(meeting.status() == Status.CANCELLED) ? meeting.lastReason() : null,
				(summary != null) ? summary.counts() : null, (summary != null) ? summary.issuing() : null,
				meeting.version());
	}

}
