package org.sharaka.meeting.meeting.messaging;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.command.Outcome.Refused;
import org.sharaka.chassis.consumer.EventHandler;
import org.sharaka.chassis.consumer.RetryableEventException;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.event.InvalidEventException;
import org.sharaka.chassis.message.Messages;
import org.sharaka.chassis.text.Language;
import org.sharaka.chassis.web.input.Input;
import org.sharaka.chassis.web.problem.InputError;
import org.sharaka.chassis.web.problem.ProblemException;
import org.sharaka.meeting.charity.usecase.ResolveAudience;
import org.sharaka.meeting.charity.usecase.ResolveAudience.ResolvedAudience;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.meeting.MeetingEvent;
import org.sharaka.meeting.meeting.Meetings;
import org.sharaka.meeting.meeting.input.AudienceInput;
import org.sharaka.meeting.meeting.input.MeetingInput;
import org.sharaka.meeting.meeting.usecase.ScheduleMeeting;
import org.sharaka.meeting.meeting.usecase.ScheduleMeeting.Plan;

/**
 * Schedules the meetings that ministry systems request by events. The meeting's id is the
 * event's identity, so a request that is delivered several times leads to one meeting.
 */
class MeetingRequestHandler implements EventHandler {

	private static final String TYPE = "org.sharaka.ministry.meeting-requested.v1";

	private final Meetings meetings;

	private final ResolveAudience resolveAudience;

	private final ScheduleMeeting schedule;

	private final Messages messages;

	private final Clock clock;

	MeetingRequestHandler(Meetings meetings, ResolveAudience resolveAudience, ScheduleMeeting schedule,
			Messages messages, Clock clock) {
		this.meetings = meetings;
		this.resolveAudience = resolveAudience;
		this.schedule = schedule;
		this.messages = messages;
		this.clock = clock;
	}

	@Override
	public Set<String> types() {
		return Set.of(TYPE);
	}

	/**
	 * A request whose meeting exists is not read again: its time may have passed since.
	 */
	@Override
	public void handle(List<Event> events) {
		Map<String, Event> requests = new LinkedHashMap<>();
		events.forEach((event) -> requests.putIfAbsent(event.identity(), event));
		requests.keySet().removeAll(this.meetings.findAll(requests.keySet()).keySet());
		requests.forEach(this::schedule);
	}

	private void schedule(String id, Event request) {
		Input input = Input.of(request.data());
		MeetingInput meeting = MeetingInput.read(input, id, this.clock.instant());
		List<InputError> errors = input.errors();
		if (!errors.isEmpty()) {
			throw new InvalidEventException("invalid-input", reason(errors));
		}
		AudienceInput invite = meeting.audience().orElseThrow();
		ResolvedAudience resolved = this.resolveAudience.resolve(invite.audience());
		if (this.schedule.schedule(plan(meeting, resolved),
				CommandContext.of(request.source(), id)) instanceof Refused<Meeting, MeetingEvent> refused) {
			throw new InvalidEventException(refused.refusal().code(), this.messages.describe(refused.refusal()));
		}
	}

	/** The events of unknown charities may still be on their way. */
	private Plan plan(MeetingInput meeting, ResolvedAudience resolved) {
		try {
			return meeting.plan(Optional.of(resolved));
		}
		catch (ProblemException ex) {
			String code = resolved.errors().getFirst().code();
			throw code.equals("nobody-matches") ? new InvalidEventException("invalid-input", reason(ex.errors()))
					: new RetryableEventException(code, reason(ex.errors()));
		}
	}

	/** Pointers and rules; never what a person wrote. */
	private String reason(List<InputError> errors) {
		return errors.stream()
			.map((error) -> error.pointer() + ": " + error.message(this.messages, Language.EN))
			.collect(Collectors.joining(" "));
	}

}
