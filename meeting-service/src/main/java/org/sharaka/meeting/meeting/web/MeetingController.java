package org.sharaka.meeting.meeting.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.command.Outcome;
import org.sharaka.chassis.command.Outcome.Unchanged;
import org.sharaka.chassis.history.HistoryEntry;
import org.sharaka.chassis.web.command.CommandResponses;
import org.sharaka.chassis.web.input.FromQuery;
import org.sharaka.chassis.web.input.Input;
import org.sharaka.chassis.web.input.Parsed;
import org.sharaka.chassis.web.input.Values;
import org.sharaka.chassis.web.openapi.HttpSchemas;
import org.sharaka.chassis.web.page.Cursor;
import org.sharaka.chassis.web.page.Page;
import org.sharaka.chassis.web.page.PageRequest;
import org.sharaka.chassis.web.problem.ProblemException;
import org.sharaka.chassis.web.version.ETags;
import org.sharaka.meeting.charity.usecase.ResolveAudience;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.meeting.MeetingDetails;
import org.sharaka.meeting.meeting.MeetingEvent;
import org.sharaka.meeting.meeting.MeetingInvitations;
import org.sharaka.meeting.meeting.MeetingInvitations.Summary;
import org.sharaka.meeting.meeting.Meetings;
import org.sharaka.meeting.meeting.Meetings.Position;
import org.sharaka.meeting.meeting.Meetings.Selection;
import org.sharaka.meeting.meeting.input.MeetingInput;
import org.sharaka.meeting.meeting.input.TimeInput;
import org.sharaka.meeting.meeting.usecase.CancelMeeting;
import org.sharaka.meeting.meeting.usecase.CorrectMeeting;
import org.sharaka.meeting.meeting.usecase.RescheduleMeeting;
import org.sharaka.meeting.meeting.usecase.ScheduleMeeting;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping(MeetingController.PATH)
@Tag(name = "Meetings")
class MeetingController {

	static final String PATH = "/api/v1/meetings";

	private final Meetings meetings;

	private final MeetingInvitations invitations;

	private final ResolveAudience resolveAudience;

	private final Commands commands;

	private final JsonMapper json;

	private final Clock clock;

	MeetingController(Meetings meetings, MeetingInvitations invitations, ResolveAudience resolveAudience,
			Commands commands, JsonMapper json, Clock clock) {
		this.meetings = meetings;
		this.invitations = invitations;
		this.resolveAudience = resolveAudience;
		this.commands = commands;
		this.json = json;
		this.clock = clock;
	}

	/** The use cases that change meetings. */
	record Commands(ScheduleMeeting schedule, RescheduleMeeting reschedule, CorrectMeeting correct,
			CancelMeeting cancel) {
	}

	@PostMapping
	@HttpSchemas(request = "meeting-to-schedule", response = "meeting", status = 201)
	@Operation(summary = "Schedule a meeting and invite charities",
			description = "Charities invited by id must be registered; one that was registered a moment ago is waited"
					+ " for. Criteria select registered ones: any of the kinds, of the fields, of the regions. A small"
					+ " audience is invited before the answer, a large one in the background: see issuing. A hall is"
					+ " an opaque id; none is booked. A local time that the zone skips is refused; of one that comes"
					+ " twice the earlier is meant.")
	ResponseEntity<MeetingResponse> schedule(Input input, CommandContext context) {
		Optional<Meeting> before = context.repeatable() ? this.meetings.find(context.commandId()) : Optional.empty();
		Outcome<Meeting, MeetingEvent> outcome = before.<Outcome<Meeting, MeetingEvent>>map(Unchanged::new)
			.orElseGet(() -> {
				MeetingInput meeting = MeetingInput.read(input, context.commandId(), this.clock.instant());
				return this.commands.schedule()
					.schedule(meeting.plan(meeting.audience()
						.map((invite) -> this.resolveAudience.awaitAndResolve(invite.audience()))), context);
			});
		return CommandResponses.created(outcome, PATH, this::response);
	}

	@GetMapping
	@HttpSchemas(query = "meeting-query", response = "meeting")
	@Operation(summary = "Meetings, by their start")
	Page<MeetingResponse> list(@FromQuery Input query, PageRequest page) {
		Input optional = query.optional();
		Instant from = optional.map("from", MeetingController::instantOrDate);
		Instant to = optional.map("to", MeetingController::instantOrDate);
		MeetingDetails.Type type = optional.oneOf("type", MeetingDetails.Type.class);
		String charityId = optional.id("charityId");
		Collection<String> ids = query.orThrow(() -> Optional.ofNullable(charityId).map(this.invitations::meetingsOf))
			.orElse(null);
		List<Meeting> found = this.meetings.list(new Selection(from, to, type, ids), after(page), page.fetch());
		Page<Meeting> meetingPage = Page.of(found, page, MeetingController::cursor);
		Map<String, Summary> summaries = this.invitations.summaries(meetingPage.items());
		return meetingPage.map((meeting) -> MeetingResponse.of(meeting, summaries.get(meeting.id())));
	}

	private static Parsed<Instant> instantOrDate(JsonNode node) {
		if (Values.date(node) instanceof Parsed.Valid<LocalDate>(LocalDate date)) {
			return Parsed.valid(date.atStartOfDay(ZoneOffset.UTC).toInstant());
		}
		return Values.instant(node);
	}

	private static @Nullable Position after(PageRequest page) {
		Cursor cursor = page.cursor();
		return (cursor != null) ? new Position(Instant.parse(cursor.value("start")), cursor.value("id")) : null;
	}

	private static Cursor cursor(Meeting last) {
		return Cursor.of("start", last.time().instant().toString(), "id", last.id());
	}

	// the pattern leaves /{id}.ics to the calendar
	@GetMapping("/{id:[^.]+}")
	@HttpSchemas(response = "meeting")
	@Operation(summary = "One meeting")
	ResponseEntity<MeetingResponse> get(@PathVariable String id) {
		Meeting meeting = find(id);
		return ETags.ok(response(meeting), meeting.version());
	}

	@PatchMapping("/{id:[^.]+}")
	@HttpSchemas(request = "meeting-patch", response = "meeting")
	@Operation(summary = "Change the title, agenda, venue, chair or capacity of a meeting",
			description = "A merge patch (RFC 7396). The agenda is replaced as a whole; an item that keeps its id keeps"
					+ " its identity, an item without an id is new.")
	ResponseEntity<MeetingResponse> patch(@PathVariable String id, Input input, CommandContext context) {
		return CommandResponses.ok(this.commands.correct().correct(id, MeetingInput.readCorrection(input), context),
				this::response);
	}

	@PostMapping("/{id}/reschedule")
	@HttpSchemas(request = "meeting-reschedule", response = "meeting")
	@Operation(summary = "Move a meeting",
			description = "A new round begins: all whose invitations are not withdrawn are asked again, and their"
					+ " invitations read as PENDING. The same time and duration as before changes nothing.")
	ResponseEntity<MeetingResponse> reschedule(@PathVariable String id, Input input, CommandContext context) {
		TimeInput move = TimeInput.read(input, this.clock.instant());
		return CommandResponses.ok(
				this.commands.reschedule().reschedule(id, move.time(), move.durationMinutes(), move.reason(), context),
				this::response);
	}

	@PostMapping("/{id}/cancel")
	@HttpSchemas(request = "meeting-cancellation", response = "meeting")
	@Operation(summary = "Cancel a meeting",
			description = "The reason, and so the body, is optional. Invitations that are not issued yet never will be.")
	ResponseEntity<MeetingResponse> cancel(@PathVariable String id, Input input, CommandContext context) {
		return CommandResponses.ok(this.commands.cancel().cancel(id, TimeInput.cancellationReason(input), context),
				this::response);
	}

	@GetMapping("/{id}/history")
	@HttpSchemas(response = "meeting-history-entry")
	@Operation(summary = "What happened to a meeting", description = "Oldest first.")
	Page<HistoryResponse> history(@PathVariable String id, PageRequest page) {
		find(id);
		Cursor cursor = page.cursor();
		long after = (cursor != null) ? Long.parseLong(cursor.value("version")) : 0;
		List<HistoryEntry<Meeting>> entries = this.meetings.history().entries(id, after, page.fetch());
		return Page.of(entries, page, (last) -> Cursor.of("version", Long.toString(last.version())))
			.map((entry) -> HistoryResponse.of(entry, this.json));
	}

	private Meeting find(String id) {
		return this.meetings.find(id).orElseThrow(() -> ProblemException.notFound(id));
	}

	private MeetingResponse response(Meeting meeting) {
		return MeetingResponse.of(meeting, this.invitations.summaries(List.of(meeting)).get(meeting.id()));
	}

}
