package org.sharaka.meeting.meeting.web;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.chassis.web.idempotency.CommandId;
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
import org.sharaka.chassis.web.version.IfMatch;
import org.sharaka.meeting.meeting.GuestList;
import org.sharaka.meeting.meeting.GuestList.Guests;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.meeting.MeetingDesk;
import org.sharaka.meeting.meeting.MeetingPlan;
import org.sharaka.meeting.meeting.MeetingType;
import org.sharaka.meeting.meeting.Meetings;
import org.sharaka.meeting.meeting.Meetings.Listed;
import org.sharaka.meeting.meeting.Meetings.Place;
import org.sharaka.meeting.meeting.Meetings.Selection;
import org.sharaka.meeting.meeting.Scheduling;
import org.sharaka.meeting.meeting.input.MeetingForm;
import org.sharaka.meeting.meeting.input.RescheduleForm;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/meetings")
@Tag(name = "Meetings")
class MeetingController {

	private final Meetings meetings;

	private final GuestList guestList;

	private final Scheduling scheduling;

	private final MeetingDesk desk;

	private final Clock clock;

	MeetingController(Meetings meetings, GuestList guestList, Scheduling scheduling, MeetingDesk desk, Clock clock) {
		this.meetings = meetings;
		this.guestList = guestList;
		this.scheduling = scheduling;
		this.desk = desk;
		this.clock = clock;
	}

	@PostMapping
	@HttpSchemas(request = "meeting-to-schedule", response = "meeting", status = 201)
	@Operation(summary = "Schedule a meeting and invite charities",
			description = "Charities invited by id must be registered; one that was registered a moment ago is waited"
					+ " for. Criteria select registered ones: any of the kinds, of the fields, of the regions. A hall"
					+ " is an opaque id; none is booked. A local time that the zone skips is refused; of one that"
					+ " comes twice the earlier is meant.")
	ResponseEntity<MeetingResponse> schedule(Input input, CommandId command) {
		Optional<Meeting> before = command.repeatable() ? this.meetings.find(command.value()) : Optional.empty();
		Meeting meeting = before.orElseGet(() -> schedule(input, command.value()));
		return ETags.created(URI.create("/api/v1/meetings/" + meeting.id()), MeetingResponse.of(meeting),
				meeting.version());
	}

	private Meeting schedule(Input input, String id) {
		MeetingForm form = MeetingForm.read(input, this.clock.instant());
		Optional<Guests> guests = form.invite().map(this.guestList::awaitAndFind);
		guests.ifPresent(form::judge);
		MeetingPlan plan = form.orThrow();
		return this.scheduling.schedule(id, plan, guests.orElseThrow().charities());
	}

	@GetMapping
	@HttpSchemas(query = "meeting-query", response = "meeting")
	@Operation(summary = "Meetings, by their start")
	Page<MeetingResponse> list(@FromQuery Input query, PageRequest page) {
		Input optional = query.optional();
		Instant from = optional.map("from", MeetingController::instantOrDate);
		Instant to = optional.map("to", MeetingController::instantOrDate);
		MeetingType type = optional.oneOf("type", MeetingType.class);
		String charityId = optional.id("charityId");
		Selection selection = query.orThrow(() -> new Selection(from, to, type, charityId));
		List<Listed> found = this.meetings.list(selection, after(page), page.fetch());
		return Page.of(found, page, MeetingController::cursor).map(MeetingResponse::of);
	}

	private static Parsed<Instant> instantOrDate(JsonNode node) {
		if (Values.date(node) instanceof Parsed.Valid<LocalDate>(LocalDate date)) {
			return Parsed.valid(date.atStartOfDay(ZoneOffset.UTC).toInstant());
		}
		return Values.instant(node);
	}

	private static @Nullable Place after(PageRequest page) {
		Cursor cursor = page.cursor();
		return (cursor != null) ? new Place(Instant.parse(cursor.value("start")), cursor.value("id")) : null;
	}

	private static Cursor cursor(Listed last) {
		return Cursor.of("start", last.snapshot().plan().time().instant().toString(), "id", last.snapshot().id());
	}

	@GetMapping("/{id}")
	@HttpSchemas(response = "meeting")
	@Operation(summary = "One meeting")
	ResponseEntity<MeetingResponse> get(@PathVariable String id) {
		Listed meeting = this.meetings.findListed(id).orElseThrow(() -> ProblemException.notFound(id));
		return ETags.ok(MeetingResponse.of(meeting), meeting.snapshot().version());
	}

	@PostMapping("/{id}/reschedule")
	@HttpSchemas(request = "meeting-reschedule", response = "meeting")
	@Operation(summary = "Move a meeting",
			description = "All whose invitations are not withdrawn are asked again: their answers go back to PENDING."
					+ " The same time and duration as before changes nothing.")
	ResponseEntity<MeetingResponse> reschedule(@PathVariable String id, Input input, IfMatch ifMatch,
			CommandId command) {
		RescheduleForm form = RescheduleForm.read(input, this.clock.instant());
		Meeting meeting = Problems.told(() -> this.desk.reschedule(request(id, ifMatch, command), form.time(),
				form.durationMinutes(), form.reason()));
		return ETags.ok(MeetingResponse.of(meeting), meeting.version());
	}

	@PostMapping("/{id}/cancel")
	@HttpSchemas(request = "meeting-cancellation", response = "meeting")
	@Operation(summary = "Cancel a meeting", description = "The reason, and so the body, is optional.")
	ResponseEntity<MeetingResponse> cancel(@PathVariable String id, Input input, IfMatch ifMatch, CommandId command) {
		BilingualText reason = RescheduleForm.readCancellation(input);
		Meeting meeting = Problems.told(() -> this.desk.cancel(request(id, ifMatch, command), reason));
		return ETags.ok(MeetingResponse.of(meeting), meeting.version());
	}

	static MeetingDesk.Request request(String id, IfMatch ifMatch, CommandId command) {
		return new MeetingDesk.Request(id, command.repeatable() ? command.value() : null,
				(meeting) -> ifMatch.check(meeting.version()));
	}

}
