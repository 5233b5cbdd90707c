package org.sharaka.chassis.calendar;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.Language;

/**
 * One event of a calendar (VEVENT). A changed event has the same {@code uid} and a higher
 * {@code sequence}, by which a recipient's calendar recognises it.
 *
 * @param uid never changes and is the same in every calendar; an id, for example
 * @param sequence from 0
 * @param start wall-clock time in the zone
 * @param zone an IANA zone, not an offset
 * @param duration at least a minute
 * @param language of summary, description and location
 * @param description may have several lines; null if there is none
 * @param location where the event takes place; null if there is no place
 * @param url where to read more or to join; null if there is none
 * @param attendees whom an invitation is for; RFC 5546 wants at least one for REQUEST and
 * none for PUBLISH, where they are left out
 */
public record CalendarEvent(String uid, int sequence, Status status, LocalDateTime start, ZoneId zone,
		Duration duration, Language language, String summary, @Nullable String description, @Nullable String location,
		@Nullable URI url, Person organizer, List<Person> attendees) {

	/** Whether it takes place. */
	public enum Status {

		CONFIRMED, CANCELLED

	}

	/**
	 * Who invites or is invited.
	 *
	 * @param email the address alone, without {@code mailto:}
	 * @param name to show beside it; null if it is not known or not to be shown
	 */
	public record Person(String email, @Nullable String name) {
	}

	public CalendarEvent {
		if (sequence < 0 || duration.compareTo(Duration.ofMinutes(1)) < 0) {
			throw new IllegalArgumentException("sequence " + sequence + ", duration " + duration);
		}
		attendees = List.copyOf(attendees);
	}

	/** The same event, addressed to these people only. */
	public CalendarEvent to(List<Person> people) {
		return with(this.status, people);
	}

	CalendarEvent cancelled() {
		return with(Status.CANCELLED, this.attendees);
	}

	private CalendarEvent with(Status newStatus, List<Person> people) {
		return new CalendarEvent(this.uid, this.sequence, newStatus, this.start, this.zone, this.duration,
				this.language, this.summary, this.description, this.location, this.url, this.organizer, people);
	}

}
