package org.sharaka.meeting.meeting.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.calendar.CalendarEvent;
import org.sharaka.chassis.calendar.CalendarEvent.Person;
import org.sharaka.chassis.calendar.CalendarEvent.Status;
import org.sharaka.chassis.calendar.CalendarInvite;
import org.sharaka.chassis.text.Language;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.meeting.MeetingDetails;
import org.sharaka.meeting.meeting.Venue;

/**
 * A meeting as an entry for a calendar. Its UID is the meeting's id, the same as in the
 * invitations that are sent by mail, so that a calendar knows them for one.
 */
final class MeetingCalendar {

	private MeetingCalendar() {
	}

	/** An entry to import; a cancelled meeting says that it is. */
	static CalendarInvite of(Meeting meeting, Language language, Person organizer) {
		MeetingDetails details = meeting.details();
		Status status = (meeting.status() == Meeting.Status.CANCELLED) ? Status.CANCELLED : Status.CONFIRMED;
		return CalendarInvite.publish(new CalendarEvent(meeting.id(), meeting.calendarSequence(), status,
				meeting.time().local(), meeting.time().zone(), Duration.ofMinutes(meeting.durationMinutes()), language,
				details.title().in(language), description(details, language), location(details.venue(), language),
				details.venue().url(), organizer, List.of()));
	}

	private static String description(MeetingDetails details, Language language) {
		List<String> lines = new ArrayList<>();
		lines.add(((language == Language.AR) ? "رئيس الاجتماع: " : "Chair: ") + details.chair());
		if (!details.agenda().isEmpty()) {
			lines.add((language == Language.AR) ? "جدول الأعمال:" : "Agenda:");
			for (int item = 0; item < details.agenda().size(); item++) {
				lines.add((item + 1) + ". " + details.agenda().get(item).title().in(language));
			}
		}
		return String.join("\n", lines);
	}

	private static @Nullable String location(Venue venue, Language language) {
		if (venue.text() != null) {
			return venue.text().in(language);
		}
		// this service does not know the name of a hall
		return (venue.url() != null) ? venue.url().toString() : null;
	}

}
