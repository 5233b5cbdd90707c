package org.sharaka.meeting.meeting.messaging;

import java.time.format.DateTimeFormatter;
import java.util.List;

import org.sharaka.chassis.outbox.NewEvent;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.meeting.meeting.AgendaItem;
import org.sharaka.meeting.meeting.MeetingEvent;
import org.sharaka.meeting.meeting.MeetingPlan;
import org.sharaka.meeting.meeting.MeetingSnapshot;
import org.sharaka.meeting.meeting.Outcome.Change;
import org.sharaka.meeting.meeting.Venue;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what happened to a meeting as the events that {@code contracts/} describes. All
 * events of a change carry the meeting as it is after the change. Names of delegates are
 * left out.
 */
@Component
public class PublishedMeetingEvents {

	private static final DateTimeFormatter LOCAL = DateTimeFormatter.ISO_LOCAL_DATE_TIME;

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	/** The events of a change, in order. */
	public List<NewEvent> of(Change change) {
		ObjectNode meeting = snapshot(change.after().snapshot());
		return change.events().stream().map((event) -> event(meeting, event)).toList();
	}

	private static NewEvent event(ObjectNode meeting, MeetingEvent event) {
		ObjectNode data = JSON.objectNode();
		data.set("meeting", meeting);
		return switch (event) {
			case MeetingEvent.Scheduled scheduled -> {
				data.set("invited", ids(scheduled.invited()));
				yield new NewEvent("org.sharaka.meeting.scheduled.v1", data);
			}
			case MeetingEvent.Rescheduled moved -> {
				data.put("previousStartsAt", LOCAL.format(moved.previous().local()));
				data.put("previousZone", moved.previous().zone().getId());
				data.set("reason", text(moved.reason()));
				data.set("invited", ids(moved.invited()));
				yield new NewEvent("org.sharaka.meeting.rescheduled.v1", data);
			}
			case MeetingEvent.Cancelled cancelled -> {
				if (cancelled.reason() != null) {
					data.set("reason", text(cancelled.reason()));
				}
				data.set("invited", ids(cancelled.invited()));
				yield new NewEvent("org.sharaka.meeting.cancelled.v1", data);
			}
			case MeetingEvent.InvitationIssued issued -> {
				data.put("charityId", issued.charityId()).put("status", "PENDING");
				yield new NewEvent("org.sharaka.invitation.issued.v1", data);
			}
			case MeetingEvent.InvitationAnswered answered -> {
				data.put("charityId", answered.charityId()).put("status", answered.status().name());
				data.put("delegates", answered.delegates());
				yield new NewEvent("org.sharaka.invitation.answered.v1", data);
			}
			case MeetingEvent.InvitationWithdrawn withdrawn -> {
				data.put("charityId", withdrawn.charityId()).put("status", "WITHDRAWN");
				data.put("reason", withdrawn.reason().name());
				yield new NewEvent("org.sharaka.invitation.withdrawn.v1", data);
			}
		};
	}

	private static ObjectNode snapshot(MeetingSnapshot meeting) {
		MeetingPlan plan = meeting.plan();
		ObjectNode json = JSON.objectNode();
		json.put("id", meeting.id()).put("status", meeting.status().name()).put("type", plan.type().name());
		json.set("title", text(plan.title()));
		json.put("startsAt", LOCAL.format(plan.time().local())).put("zone", plan.time().zone().getId());
		json.put("startInstant", plan.time().instant().toString()).put("durationMinutes", plan.durationMinutes());
		json.set("venue", venue(plan.venue()));
		json.put("chair", plan.chair());
		if (plan.capacity() != null) {
			json.put("capacity", plan.capacity());
		}
		if (!plan.agenda().isEmpty()) {
			json.set("agenda", agenda(plan.agenda()));
		}
		return json.put("calendarSequence", meeting.calendarSequence());
	}

	private static ArrayNode agenda(List<AgendaItem> items) {
		ArrayNode agenda = JSON.arrayNode();
		items.forEach((item) -> agenda.addObject().set("title", text(item.title())));
		return agenda;
	}

	private static ObjectNode venue(Venue venue) {
		ObjectNode json = JSON.objectNode();
		switch (venue) {
			case Venue.Hall hall -> json.put("hallId", hall.hallId());
			case Venue.Place place -> json.set("text", text(place.text()));
			case Venue.Online online -> json.put("url", online.url().toString());
		}
		return json;
	}

	private static ObjectNode text(BilingualText text) {
		ObjectNode json = JSON.objectNode().put("ar", text.ar());
		return (text.en() != null) ? json.put("en", text.en()) : json;
	}

	private static ArrayNode ids(List<String> ids) {
		ArrayNode json = JSON.arrayNode();
		ids.forEach(json::add);
		return json;
	}

}
