package org.sharaka.chassis.calendar;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.sharaka.chassis.calendar.CalendarEvent.Person;

/**
 * Writes a calendar with ical4j, except for what ical4j does in characters that RFC 5545
 * does in octets.
 */
final class CalendarText {

	private CalendarText() {
	}

	static String write(CalendarInvite invite, Instant now) {
		Calendar calendar = new Calendar();
		calendar.add(new ProdId("-//Sharaka//Sharaka 1//AR"));
		calendar.add(ImmutableVersion.VERSION_2_0);
		calendar.add(ImmutableCalScale.GREGORIAN);
		calendar.add(new Method(invite.method().name()));
		if (invite.name() != null) {
			calendar.add(new XProperty("X-WR-CALNAME", invite.name()));
		}
		zones(invite).forEach((zone, span) -> calendar.add(ZoneDefinition.of(zone, span.first(), span.last())));
		for (CalendarEvent event : invite.events()) {
			calendar.add(event(event, invite.method(), now));
		}
		return Folding.fold(calendar.toString());
	}

	private record Span(Instant first, Instant last) {

		Span with(Span other) {
			return new Span(this.first.isBefore(other.first) ? this.first : other.first,
					this.last.isAfter(other.last) ? this.last : other.last);
		}

	}

	private static Map<ZoneId, Span> zones(CalendarInvite invite) {
		Map<ZoneId, Span> zones = new TreeMap<>(Comparator.comparing(ZoneId::getId));
		for (CalendarEvent event : invite.events()) {
			Instant start = event.start().atZone(event.zone()).toInstant();
			zones.merge(event.zone(), new Span(start, start.plus(event.duration())), Span::with);
		}
		return zones;
	}

	private static VEvent event(CalendarEvent event, CalendarInvite.Method method, Instant now) {
		ZonedDateTime start = event.start().atZone(event.zone());
		VEvent vevent = new VEvent(false);
		vevent.add(new Uid(event.uid()));
		vevent.add(new DtStamp(now.truncatedTo(ChronoUnit.SECONDS)));
		vevent.add(new Sequence(event.sequence()));
		vevent.add(new DtStart<>(zone(event), start.toLocalDateTime()));
		vevent.add(new DtEnd<>(zone(event), start.plus(event.duration()).toLocalDateTime()));
		vevent.add(new Status(event.status().name()));
		vevent.add(in(event, new Summary(event.summary())));
		if (event.description() != null) {
			vevent.add(in(event, new Description(event.description())));
		}
		if (event.location() != null) {
			vevent.add(in(event, new Location(event.location())));
		}
		if (event.url() != null) {
			vevent.add(new Url(event.url()));
		}
		vevent.add(named(new Organizer(address(event.organizer())), event.organizer()));
		if (method != CalendarInvite.Method.PUBLISH) {
			event.attendees().forEach((person) -> vevent.add(attendee(person, method)));
		}
		return vevent;
	}

	/**
	 * Not a ZonedDateTime: ical4j 4.1.1 shifts Riyadh's by its local mean time of before
	 * 1947.
	 */
	private static ParameterList zone(CalendarEvent event) {
		return new ParameterList(List.of(new net.fortuna.ical4j.model.parameter.TzId(event.zone().getId())));
	}

	private static Property attendee(Person person, CalendarInvite.Method method) {
		Property attendee = named(new Attendee(address(person)), person);
		if (method == CalendarInvite.Method.REQUEST) {
			attendee.add(PartStat.NEEDS_ACTION);
			attendee.add(Rsvp.TRUE);
		}
		return attendee;
	}

	private static Property in(CalendarEvent event, Property text) {
		return text.add(new net.fortuna.ical4j.model.parameter.Language(event.language().tag()));
	}

	private static Property named(Property property, Person person) {
		// RFC 5545 has no way to write a double quote in a parameter
		return (person.name() != null) ? property.add(new Cn(person.name().replace('"', '\''))) : property;
	}

	private static URI address(Person person) {
		try {
			return new URI("mailto", person.email(), null);
		}
		catch (URISyntaxException ex) {
			throw new IllegalArgumentException("not an address", ex);
		}
	}

}
