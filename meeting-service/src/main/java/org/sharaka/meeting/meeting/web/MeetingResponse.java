package org.sharaka.meeting.meeting.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.meeting.meeting.AgendaItem;
import org.sharaka.meeting.meeting.InvitationStatus;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.meeting.MeetingPlan;
import org.sharaka.meeting.meeting.MeetingSnapshot;
import org.sharaka.meeting.meeting.MeetingStatus;
import org.sharaka.meeting.meeting.MeetingType;
import org.sharaka.meeting.meeting.Meetings.Listed;
import org.sharaka.meeting.meeting.Venue;

/** A meeting as callers see it. */
@Schema(name = "Meeting")
record MeetingResponse(String id, MeetingStatus status, MeetingType type, BilingualText title,
		@Schema(description = "Wall clock at the place", example = "2026-12-01T10:00:00") String startsAt,
		@Schema(example = "Asia/Riyadh") String zone, Instant startInstant, int durationMinutes, VenueResponse venue,
		String chair, @Nullable Integer capacity, List<AgendaItem> agenda,
		@Schema(description = "SEQUENCE of the iCalendar entry") int calendarSequence,
		@Nullable BilingualText cancellationReason,
		@Schema(description = "How many invitations there are of each status") Map<InvitationStatus, Integer> invitations,
		long version) {

	/** One of the three. */
	@Schema(name = "Venue")
	record VenueResponse(@Nullable String hallId, @Nullable BilingualText text, @Nullable String url) {

		static VenueResponse of(Venue venue) {
			return switch (venue) {
				case Venue.Hall hall -> new VenueResponse(hall.hallId(), null, null);
				case Venue.Place place -> new VenueResponse(null, place.text(), null);
				case Venue.Online online -> new VenueResponse(null, null, online.url().toString());
			};
		}

	}

	static MeetingResponse of(Meeting meeting) {
		return of(meeting.snapshot(), meeting.invitations().tally());
	}

	static MeetingResponse of(Listed listed) {
		return of(listed.snapshot(), listed.tally());
	}

	private static MeetingResponse of(MeetingSnapshot meeting, Map<InvitationStatus, Integer> tally) {
		MeetingPlan plan = meeting.plan();
		return new MeetingResponse(meeting.id(), meeting.status(), plan.type(), plan.title(),
				DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(plan.time().local()), plan.time().zone().getId(),
				plan.time().instant(), plan.durationMinutes(), VenueResponse.of(plan.venue()), plan.chair(),
				plan.capacity(), plan.agenda(), meeting.calendarSequence(), meeting.cancellationReason(), tally,
				meeting.version());
	}

}
