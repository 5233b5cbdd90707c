package org.sharaka.notification.notice.messaging;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import org.sharaka.chassis.consumer.EventHandler;
import org.sharaka.chassis.event.Event;
import org.sharaka.notification.meeting.Invitation;
import org.sharaka.notification.meeting.Meeting;
import org.sharaka.notification.notice.usecase.NotifyInvitedCharities;
import org.sharaka.notification.notice.usecase.NotifyInvitedCharities.InvitationChanged;
import org.sharaka.notification.notice.usecase.NotifyInvitedCharities.MeetingChanged;
import org.sharaka.notification.notice.usecase.NotifyInvitedCharities.MeetingEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Follows the meetings and invitations of meeting-service. */
final class MeetingEventHandler implements EventHandler {

	private static final String WITHDRAWN = "org.sharaka.invitation.withdrawn.v1";

	private final Set<String> types;

	private final NotifyInvitedCharities notifyInvitedCharities;

	private final Clock clock;

	private final JsonMapper json = JsonMapper.builder().build();

	/**
	 * @param types all types that the topic carries
	 */
	MeetingEventHandler(Set<String> types, NotifyInvitedCharities notifyInvitedCharities, Clock clock) {
		this.types = types;
		this.notifyInvitedCharities = notifyInvitedCharities;
		this.clock = clock;
	}

	@Override
	public Set<String> types() {
		return this.types;
	}

	@Override
	public boolean feedsView() {
		return true;
	}

	@Override
	public void handle(List<Event> events) {
		this.notifyInvitedCharities
			.handle(events.stream().filter((event) -> event.body().has("meeting")).map(this::meetingEvent).toList());
	}

	private MeetingEvent meetingEvent(Event event) {
		Meeting meeting = meeting(event);
		if (!event.type().startsWith("org.sharaka.invitation.")) {
			return new MeetingChanged(meeting, NotificationRequestMapper.request(event, this.clock.instant()));
		}
		String charityId = NotificationRequestMapper.id(event.body().path("charityId"));
		Invitation invitation = new Invitation(Invitation.idOf(meeting.id(), charityId), meeting.id(), charityId,
				event.type().equals(WITHDRAWN), event.sequence(), event.time());
		return new InvitationChanged(meeting, invitation, (shown) -> NotificationRequestMapper.request(event,
				shown.equals(meeting) ? event.body() : withMeeting(event.body(), shown), this.clock.instant()));
	}

	private static Meeting meeting(Event event) {
		JsonNode meeting = event.body().path("meeting");
		return new Meeting(NotificationRequestMapper.id(meeting.path("id")), meeting.path("status").asString(),
				meeting.path("round").asLong(), meeting.path("calendarSequence").asLong(), meeting.toString(),
				event.sequence(), event.time());
	}

	private JsonNode withMeeting(JsonNode data, Meeting meeting) {
		ObjectNode changed = ((ObjectNode) data).deepCopy();
		changed.set("meeting", this.json.readTree(meeting.details()));
		return changed;
	}

}
