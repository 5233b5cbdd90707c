package org.sharaka.chassis.calendar;

import java.time.Clock;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A calendar with one or more events, to be imported, followed or sent as an invitation
 * (RFC 5545, RFC 5546).
 *
 * @param method the same in the calendar and in the MIME type, see {@link #contentType()}
 * @param name the calendar's title where calendars are listed; null for a single event
 */
public record CalendarInvite(Method method, @Nullable String name, List<CalendarEvent> events) {

	/** What the recipient's calendar is asked to do. */
	public enum Method {

		PUBLISH, REQUEST, CANCEL

	}

	public CalendarInvite {
		events = List.copyOf(events);
	}

	/** An event to be imported; asks for no answer. */
	public static CalendarInvite publish(CalendarEvent event) {
		return new CalendarInvite(Method.PUBLISH, null, List.of(event));
	}

	/** An invitation, or a change of one: the event needs an attendee. */
	public static CalendarInvite request(CalendarEvent event) {
		if (event.attendees().isEmpty()) {
			throw new IllegalArgumentException("a request needs an attendee");
		}
		return new CalendarInvite(Method.REQUEST, null, List.of(event));
	}

	/** The end of an invitation; the event becomes CANCELLED. */
	public static CalendarInvite cancel(CalendarEvent event) {
		return new CalendarInvite(Method.CANCEL, null, List.of(event.cancelled()));
	}

	/** A calendar that other calendars follow. */
	public static CalendarInvite feed(String name, List<CalendarEvent> events) {
		return new CalendarInvite(Method.PUBLISH, name, events);
	}

	/** The MIME type to send it with. */
	public String contentType() {
		return "text/calendar; charset=UTF-8; method=" + this.method.name();
	}

	/**
	 * The iCalendar text: lines end with CRLF and have at most 75 octets of UTF-8, each
	 * zone has its rules with it.
	 * @param clock gives DTSTAMP
	 */
	public String toText(Clock clock) {
		return CalendarText.write(this, clock.instant());
	}

}
