package org.sharaka.meeting.invitation.web;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.web.command.CommandResponses;
import org.sharaka.chassis.web.input.FromQuery;
import org.sharaka.chassis.web.input.Input;
import org.sharaka.chassis.web.openapi.HttpSchemas;
import org.sharaka.chassis.web.page.Cursor;
import org.sharaka.chassis.web.page.Page;
import org.sharaka.chassis.web.page.PageRequest;
import org.sharaka.chassis.web.problem.ProblemException;
import org.sharaka.chassis.web.version.ETags;
import org.sharaka.meeting.charity.usecase.ResolveAudience;
import org.sharaka.meeting.charity.usecase.ResolveAudience.ResolvedAudience;
import org.sharaka.meeting.invitation.Answer;
import org.sharaka.meeting.invitation.Invitation;
import org.sharaka.meeting.invitation.Invitation.Status;
import org.sharaka.meeting.invitation.Invitations;
import org.sharaka.meeting.invitation.usecase.AnswerInvitation;
import org.sharaka.meeting.invitation.usecase.InviteAudience;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.meeting.MeetingInvitations.Issuing;
import org.sharaka.meeting.meeting.Meetings;
import org.sharaka.meeting.meeting.input.AudienceInput;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import static java.util.Objects.requireNonNull;

@RestController
@RequestMapping("/api/v1/meetings/{id}/invitations")
@Tag(name = "Invitations",
		description = "The ETag of an invitation is its own; it rises with each change and with each round.")
class InvitationController {

	private static final int MAX_DELEGATES = 100;

	private static final int MAX_NAME_LENGTH = 200;

	private final Meetings meetings;

	private final Invitations invitations;

	private final ResolveAudience resolveAudience;

	private final InviteAudience invite;

	private final AnswerInvitation answer;

	InvitationController(Meetings meetings, Invitations invitations, ResolveAudience resolveAudience,
			InviteAudience invite, AnswerInvitation answer) {
		this.meetings = meetings;
		this.invitations = invitations;
		this.resolveAudience = resolveAudience;
		this.invite = invite;
		this.answer = answer;
	}

	@GetMapping
	@HttpSchemas(query = "invitation-query", response = "invitation")
	@Operation(summary = "The invitations to a meeting", description = "In the order of the charities' ids.")
	Page<InvitationResponse> list(@PathVariable String id, @FromQuery Input query, PageRequest page) {
		Status status = query.optional().oneOf("status", Status.class);
		query.orThrow(() -> "");
		Meeting meeting = find(id);
		Cursor cursor = page.cursor();
		String after = (cursor != null) ? cursor.value("charity") : null;
		List<Invitation> found = this.invitations.ofMeeting(meeting, status, after, page.fetch());
		return Page.of(found, page, (last) -> Cursor.of("charity", last.charityId()))
			.map((invitation) -> InvitationResponse.of(invitation.inRound(meeting.round())));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.ACCEPTED)
	@HttpSchemas(request = "invitations-to-issue", response = "issuing", status = 202)
	@Operation(summary = "Invite more charities, or again those whose invitations were withdrawn",
			description = "A small audience is invited before the answer, a large one in the background. Who is invited"
					+ " already stays so.")
	Issuing post(@PathVariable String id, Input input, CommandContext context) {
		AudienceInput audience = AudienceInput.read(input);
		ResolvedAudience resolved = (audience != null) ? this.resolveAudience.awaitAndResolve(audience.audience())
				: null;
		if (audience != null && resolved != null) {
			audience.recordErrors(resolved, input);
		}
		ResolvedAudience checked = input.orThrow(() -> requireNonNull(resolved));
		Meeting meeting = CommandResponses.state(this.invite.invite(id, checked.audience(), checked.size(), context));
		return requireNonNull(this.invite.summaries(List.of(meeting)).get(id)).issuing();
	}

	@GetMapping("/{charityId}")
	@HttpSchemas(response = "invitation")
	@Operation(summary = "One invitation")
	ResponseEntity<InvitationResponse> get(@PathVariable String id, @PathVariable String charityId) {
		Meeting meeting = find(id);
		return response(this.invitations.find(Invitation.id(id, charityId))
			.orElseThrow(() -> ProblemException.notFound(charityId)), meeting.round());
	}

	@PutMapping("/{charityId}")
	@HttpSchemas(request = "invitation-answer", response = "invitation")
	@Operation(summary = "Answer an invitation",
			description = "ACCEPTED, DECLINED or TENTATIVE, with the delegates who come. A charity may change its"
					+ " answer until the meeting starts; the same answer again changes nothing. An answer that names"
					+ " an older round is refused: meeting-moved.")
	ResponseEntity<InvitationResponse> put(@PathVariable String id, @PathVariable String charityId, Input input,
			CommandContext context) {
		Invitation answered = CommandResponses.state(this.answer.answer(id, charityId, answer(input), context));
		return response(answered, answered.round());
	}

	private static Answer answer(Input input) {
		Status status = input.oneOf("status", Status.ANSWERS, Enum::name);
		List<String> delegates = input.optional()
			.list("delegates", 0, MAX_DELEGATES, (delegate) -> delegate.text("name", 1, MAX_NAME_LENGTH));
		Integer round = input.optional().integer("round", 1, Integer.MAX_VALUE);
		if (status == Status.DECLINED && !delegates.isEmpty()) {
			input.reject("/delegates", "delegates-of-declined");
		}
		return input.orThrow(() -> new Answer(requireNonNull(status), delegates, round));
	}

	private Meeting find(String id) {
		return this.meetings.find(id).orElseThrow(() -> ProblemException.notFound(id));
	}

	private static ResponseEntity<InvitationResponse> response(Invitation invitation, int round) {
		return ETags.ok(InvitationResponse.of(invitation.inRound(round)),
				Invitation.revision(invitation.version(), round));
	}

}
