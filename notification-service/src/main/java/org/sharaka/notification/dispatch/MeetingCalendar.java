package org.sharaka.notification.dispatch;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.calendar.CalendarEvent;
import org.sharaka.chassis.calendar.CalendarEvent.Person;
import org.sharaka.chassis.calendar.CalendarInvite;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.chassis.text.Language;
import org.sharaka.notification.delivery.CalendarPart;
import org.sharaka.notification.notice.policy.CalendarAction;

/**
 * The meeting of an event as an invitation for one contact's calendar (RFC 5546). The UID
 * is the meeting's id and SEQUENCE its {@code calendarSequence}, so that a later event
 * moves or removes the entry that an earlier one made.
 */
final class MeetingCalendar {

	private final Person organizer;

	/**
	 * @param organizer where answers go: the address that mail comes from
	 */
	MeetingCalendar(Person organizer) {
		this.organizer = organizer;
	}

	CalendarPart part(RequestContent content, Language language, String name, String email, Clock clock) {
		CalendarEvent event = event(map(content.data().get("meeting")), language, new Person(email, name));
		return (content.request().calendar() == CalendarAction.CANCEL)
				? new CalendarPart(CalendarPart.Method.CANCEL, CalendarInvite.cancel(event).toText(clock))
				: new CalendarPart(CalendarPart.Method.REQUEST, CalendarInvite.request(event).toText(clock));
	}

	private CalendarEvent event(Map<?, ?> meeting, Language language, Person attendee) {
		Map<?, ?> venue = map(meeting.get("venue"));
		return new CalendarEvent(text(meeting, "id"), number(meeting, "calendarSequence"),
				CalendarEvent.Status.CONFIRMED, LocalDateTime.parse(text(meeting, "startsAt")),
				ZoneId.of(text(meeting, "zone")), Duration.ofMinutes(number(meeting, "durationMinutes")), language,
				bilingual(meeting.get("title"), language), null,
				(venue.get("text") != null) ? bilingual(venue.get("text"), language) : null, url(venue.get("url")),
				this.organizer, List.of(attendee));
	}

	private static String bilingual(@Nullable Object value, Language language) {
		Map<?, ?> text = map(value);
		return new BilingualText(text(text, "ar"), text.get("en") instanceof String en && !en.isBlank() ? en : null)
			.in(language);
	}

	/** An address that no calendar could follow is left out; the mail's text has it. */
	private static @Nullable URI url(@Nullable Object value) {
		try {
			return (value != null) ? URI.create(value.toString()) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static Map<?, ?> map(@Nullable Object value) {
		return (value instanceof Map<?, ?> map) ? map : Map.of();
	}

	private static String text(Map<?, ?> map, String key) {
		if (map.get(key) instanceof String text) {
			return text;
		}
		throw new IllegalArgumentException("The event has no " + key);
	}

	private static int number(Map<?, ?> map, String key) {
		if (map.get(key) instanceof Number number) {
			return number.intValue();
		}
		throw new IllegalArgumentException("The event has no " + key);
	}

}
