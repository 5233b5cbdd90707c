package org.sharaka.meeting.meeting.web;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.calendar.CalendarEvent;
import org.sharaka.chassis.calendar.CalendarEvent.Person;
import org.sharaka.chassis.calendar.CalendarEvent.Status;
import org.sharaka.chassis.calendar.CalendarInvite;
import org.sharaka.chassis.text.Language;
import org.sharaka.meeting.meeting.MeetingPlan;
import org.sharaka.meeting.meeting.MeetingSnapshot;
import org.sharaka.meeting.meeting.MeetingStatus;
import org.sharaka.meeting.meeting.Venue;

/**
 * A meeting as an entry for a calendar. Its UID is the meeting's id, the same as in the
 * invitations that are sent by mail, so that a calendar knows them for one.
 */
final class MeetingCalendar {

	private MeetingCalendar() {
	}

	/** An entry to import; a cancelled meeting says that it is. */
	static CalendarInvite of(MeetingSnapshot meeting, Language language, Person organizer) {
		MeetingPlan plan = meeting.plan();
		Status status = (meeting.status() == MeetingStatus.CANCELLED) ? Status.CANCELLED : Status.CONFIRMED;
		return CalendarInvite.publish(new CalendarEvent(meeting.id(), meeting.calendarSequence(), status,
				plan.time().local(), plan.time().zone(), Duration.ofMinutes(plan.durationMinutes()), language,
				plan.title().in(language), description(plan, language), location(plan.venue(), language),
				url(plan.venue()), organizer, List.of()));
	}

	private static String description(MeetingPlan plan, Language language) {
		List<String> lines = new ArrayList<>();
		lines.add(((language == Language.AR) ? "رئيس الاجتماع: " : "Chair: ") + plan.chair());
		if (!plan.agenda().isEmpty()) {
			lines.add((language == Language.AR) ? "جدول الأعمال:" : "Agenda:");
			for (int item = 0; item < plan.agenda().size(); item++) {
				lines.add((item + 1) + ". " + plan.agenda().get(item).title().in(language));
			}
		}
		return String.join("\n", lines);
	}

	private static @Nullable String location(Venue venue, Language language) {
		return switch (venue) {
			case Venue.Place place -> place.text().in(language);
			case Venue.Online online -> online.url().toString();
			// the service does not know what the hall is called
			case Venue.Hall hall -> null;
		};
	}

	private static @Nullable URI url(Venue venue) {
		return (venue instanceof Venue.Online online) ? online.url() : null;
	}

}
