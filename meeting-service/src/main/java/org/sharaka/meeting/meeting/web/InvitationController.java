package org.sharaka.meeting.meeting.web;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.web.idempotency.CommandId;
import org.sharaka.chassis.web.input.FromQuery;
import org.sharaka.chassis.web.input.Input;
import org.sharaka.chassis.web.openapi.HttpSchemas;
import org.sharaka.chassis.web.page.Cursor;
import org.sharaka.chassis.web.page.Page;
import org.sharaka.chassis.web.page.PageRequest;
import org.sharaka.chassis.web.problem.ProblemException;
import org.sharaka.chassis.web.version.ETags;
import org.sharaka.chassis.web.version.IfMatch;
import org.sharaka.meeting.meeting.Invitation;
import org.sharaka.meeting.meeting.InvitationStatus;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.meeting.MeetingDesk;
import org.sharaka.meeting.meeting.Meetings;
import org.sharaka.meeting.meeting.input.AnswerForm;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Invitations. Their version, and so their ETag, is their meeting's. */
@RestController
@RequestMapping("/api/v1/meetings/{id}/invitations")
@Tag(name = "Invitations", description = "Their ETag is the version of their meeting.")
class InvitationController {

	private final Meetings meetings;

	private final MeetingDesk desk;

	InvitationController(Meetings meetings, MeetingDesk desk) {
		this.meetings = meetings;
		this.desk = desk;
	}

	@GetMapping
	@HttpSchemas(query = "invitation-query", response = "invitation")
	@Operation(summary = "The invitations to a meeting")
	ResponseEntity<Page<InvitationResponse>> list(@PathVariable String id, @FromQuery Input query, PageRequest page) {
		InvitationStatus status = query.optional().oneOf("status", InvitationStatus.class);
		query.orThrow(() -> "");
		Meeting meeting = find(id);
		List<Invitation> found = meeting.invitations()
			.all()
			.stream()
			.dropWhile((one) -> isBefore(one, page.cursor()))
			.filter((one) -> status == null || one.status() == status)
			.limit(page.fetch())
			.toList();
		Page<InvitationResponse> answer = Page.of(found, page, (last) -> Cursor.of("charity", last.charityId()))
			.map((one) -> InvitationResponse.of(id, one));
		return ETags.ok(answer, meeting.version());
	}

	/** Invitations are in the order of the charities' ids. */
	private static boolean isBefore(Invitation invitation, @Nullable Cursor cursor) {
		return cursor != null && invitation.charityId().compareTo(cursor.value("charity")) <= 0;
	}

	@GetMapping("/{charityId}")
	@HttpSchemas(response = "invitation")
	@Operation(summary = "One invitation")
	ResponseEntity<InvitationResponse> get(@PathVariable String id, @PathVariable String charityId) {
		return answer(find(id), charityId);
	}

	@PutMapping("/{charityId}")
	@HttpSchemas(request = "invitation-answer", response = "invitation")
	@Operation(summary = "Answer an invitation",
			description = "ACCEPTED, DECLINED or TENTATIVE, with the delegates who come. A charity may change its"
					+ " answer until the meeting starts; the same answer again changes nothing.")
	ResponseEntity<InvitationResponse> put(@PathVariable String id, @PathVariable String charityId, Input input,
			IfMatch ifMatch, CommandId command) {
		AnswerForm form = AnswerForm.read(input);
		Meeting meeting = Problems.told(() -> this.desk.answer(MeetingController.request(id, ifMatch, command),
				charityId, form.status(), form.delegates()));
		return answer(meeting, charityId);
	}

	private Meeting find(String id) {
		return this.meetings.find(id).orElseThrow(() -> ProblemException.notFound(id));
	}

	private static ResponseEntity<InvitationResponse> answer(Meeting meeting, String charityId) {
		Invitation invitation = meeting.invitations()
			.of(charityId)
			.orElseThrow(() -> ProblemException.notFound(charityId));
		return ETags.ok(InvitationResponse.of(meeting.id(), invitation), meeting.version());
	}

}
