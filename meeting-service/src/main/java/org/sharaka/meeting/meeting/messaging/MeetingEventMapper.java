package org.sharaka.meeting.meeting.messaging;

import java.time.format.DateTimeFormatter;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.outbox.NewEvent;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.meeting.MeetingDetails;
import org.sharaka.meeting.meeting.MeetingEvent;
import org.sharaka.meeting.meeting.messaging.MeetingEventMapper.MeetingState.Text;
import tools.jackson.databind.json.JsonMapper;

/** Writes the events of meetings as {@code contracts/} describes them. */
public final class MeetingEventMapper {

	private MeetingEventMapper() {
	}

	/** The data of all four events; null is left out. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Data(MeetingState meeting, @Nullable String previousStartsAt, @Nullable String previousZone,
			@Nullable List<String> changed, @Nullable Text reason) {
	}

	/** The event as it is published, with the meeting as it is after the change. */
	public static NewEvent toEvent(Meeting after, MeetingEvent event) {
		MeetingState meeting = MeetingState.of(after);
		return switch (event) {
			case MeetingEvent.Scheduled scheduled -> newEvent("scheduled", new Data(meeting, null, null, null, null));
			case MeetingEvent.Rescheduled moved -> newEvent("rescheduled",
					new Data(meeting, DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moved.previous().local()),
							moved.previous().zone().getId(), null, text(moved.reason())));
			case MeetingEvent.Updated updated ->
				newEvent("updated", new Data(meeting, null, null, updated.changed(), null));
			case MeetingEvent.Cancelled cancelled ->
				newEvent("cancelled", new Data(meeting, null, null, null, text(cancelled.reason())));
		};
	}

	private static NewEvent newEvent(String name, Data data) {
		return new NewEvent("org.sharaka.meeting." + name + ".v1", JsonMapper.shared().valueToTree(data));
	}

	private static @Nullable Text text(@Nullable BilingualText text) {
		return (text != null) ? Text.of(text) : null;
	}

	/** A meeting in events, as the schema {@code meeting-state} describes it. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record MeetingState(String id, Meeting.Status status, int round, MeetingDetails.Type type, Text title,
			String startsAt, String zone, String startInstant, int durationMinutes, Venue venue, String chair,
			@Nullable Integer capacity, @Nullable List<AgendaItem> agenda, int calendarSequence) {

		/** A text in Arabic and, if there is one, in English. */
		@JsonInclude(JsonInclude.Include.NON_NULL)
		public record Text(String ar, @Nullable String en) {

			static Text of(BilingualText text) {
				return new Text(text.ar(), text.en());
			}

		}

		/** One of the three is given. */
		@JsonInclude(JsonInclude.Include.NON_NULL)
		public record Venue(@Nullable String hallId, @Nullable Text text, @Nullable String url) {

			private static Venue of(org.sharaka.meeting.meeting.Venue venue) {
				return new Venue(venue.hallId(), (venue.text() != null) ? Text.of(venue.text()) : null,
						(venue.url() != null) ? venue.url().toString() : null);
			}

		}

		/** One item of the agenda. */
		public record AgendaItem(String id, Text title) {
		}

		/** The state of a meeting. */
		public static MeetingState of(Meeting meeting) {
			MeetingDetails details = meeting.details();
			List<AgendaItem> agenda = details.agenda()
				.stream()
				.map((item) -> new AgendaItem(item.id(), Text.of(item.title())))
				.toList();
			return new MeetingState(meeting.id(), meeting.status(), meeting.round(), details.type(),
					Text.of(details.title()), DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(meeting.time().local()),
					meeting.time().zone().getId(), meeting.time().instant().toString(), meeting.durationMinutes(),
					Venue.of(details.venue()), details.chair(), details.capacity(), agenda.isEmpty() ? null : agenda,
					meeting.calendarSequence());
		}

	}

}
