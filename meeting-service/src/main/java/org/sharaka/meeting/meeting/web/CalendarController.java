package org.sharaka.meeting.meeting.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.calendar.CalendarEvent.Person;
import org.sharaka.chassis.text.Language;
import org.sharaka.chassis.web.problem.Negotiation;
import org.sharaka.chassis.web.problem.ProblemException;
import org.sharaka.chassis.web.version.ETags;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.meeting.Meetings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/meetings")
@Tag(name = "Calendars")
class CalendarController {

	private final Meetings meetings;

	private final Person organizer;

	private final Clock clock;

	CalendarController(Meetings meetings, @Value("${sharaka.meeting.organizer-email}") String organizer, Clock clock) {
		this.meetings = meetings;
		this.organizer = new Person(organizer, null);
		this.clock = clock;
	}

	@GetMapping(path = "/{id}.ics", produces = "text/calendar")
	@Operation(summary = "A meeting as an iCalendar entry (RFC 5545), METHOD:PUBLISH",
			description = "In Arabic, unless Accept-Language asks for English and there is an English title.")
	ResponseEntity<byte[]> get(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
		Meeting meeting = this.meetings.find(id).orElseThrow(() -> ProblemException.notFound(id));
		// a calendar program that follows a link sends no language
		Language wanted = (acceptLanguage != null) ? Negotiation.language(acceptLanguage) : Language.AR;
		Language language = meeting.details().title().languageFor(wanted);
		String text = MeetingCalendar.of(meeting, language, this.organizer).toText(this.clock);
		return ResponseEntity.ok()
			.eTag(ETags.of(meeting.version()))
			.header(HttpHeaders.CONTENT_TYPE, "text/calendar; charset=utf-8")
			.header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
			.body(text.getBytes(StandardCharsets.UTF_8));
	}

}
