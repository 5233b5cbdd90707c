package org.sharaka.meeting.meeting.messaging;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.event.InvalidEventException;
import org.sharaka.chassis.consumer.EventHandler;
import org.sharaka.chassis.consumer.RetryableEventException;
import org.sharaka.chassis.text.Language;
import org.sharaka.chassis.web.input.Input;
import org.sharaka.chassis.web.problem.InputError;
import org.sharaka.chassis.web.problem.ProblemException;
import org.sharaka.chassis.message.Messages;
import org.sharaka.meeting.meeting.GuestList;
import org.sharaka.meeting.meeting.GuestList.Fault;
import org.sharaka.meeting.meeting.GuestList.Guests;
import org.sharaka.meeting.meeting.MeetingPlan;
import org.sharaka.meeting.meeting.Meetings;
import org.sharaka.meeting.meeting.Scheduling;
import org.sharaka.meeting.meeting.input.MeetingForm;

/**
 * Schedules the meetings that ministry systems ask for by events. The meeting's id is the
 * event's identity, so however often a request arrives there is one meeting.
 */
class MeetingRequests implements EventHandler {

	private static final String TYPE = "org.sharaka.ministry.meeting-requested.v1";

	private final Meetings meetings;

	private final GuestList guestList;

	private final Scheduling scheduling;

	private final Messages messages;

	private final Clock clock;

	MeetingRequests(Meetings meetings, GuestList guestList, Scheduling scheduling, Messages messages, Clock clock) {
		this.meetings = meetings;
		this.guestList = guestList;
		this.scheduling = scheduling;
		this.messages = messages;
		this.clock = clock;
	}

	@Override
	public Set<String> types() {
		return Set.of(TYPE);
	}

	/**
	 * What exists is left alone before it is read again: its time may have passed since.
	 */
	@Override
	public void handle(List<Event> events) {
		Map<String, Event> requests = new LinkedHashMap<>();
		events.forEach((event) -> requests.putIfAbsent(event.identity(), event));
		requests.keySet().removeAll(this.meetings.existing(requests.keySet()));
		requests.forEach(this::schedule);
	}

	private void schedule(String id, Event request) {
		Input input = Input.of(request.data());
		MeetingForm form = MeetingForm.read(input, this.clock.instant());
		List<InputError> unreadable = input.errors();
		if (!unreadable.isEmpty()) {
			throw unusable(unreadable);
		}
		Guests guests = this.guestList.find(form.invite().orElseThrow());
		if (!guests.faults().isEmpty()) {
			throw notYet(guests.faults());
		}
		form.judge(guests);
		this.scheduling.schedule(id, plan(form), guests.charities());
	}

	/** What the register says of these charities may still be on its way. */
	private RetryableEventException notYet(List<Fault> faults) {
		return new RetryableEventException(faults.getFirst().code(),
				reason(faults.stream()
					.map((fault) -> new InputError("/invite" + fault.pointer(), fault.code(), fault.args()))
					.toList()));
	}

	private MeetingPlan plan(MeetingForm form) {
		try {
			return form.orThrow();
		}
		catch (ProblemException ex) {
			throw unusable(ex.errors());
		}
	}

	private InvalidEventException unusable(List<InputError> errors) {
		return new InvalidEventException("invalid-input", reason(errors));
	}

	/** Places and rules; never what somebody wrote. */
	private String reason(List<InputError> errors) {
		return errors.stream()
			.map((error) -> error.pointer() + ": " + error.message(this.messages, Language.EN))
			.collect(Collectors.joining(" "));
	}

}
