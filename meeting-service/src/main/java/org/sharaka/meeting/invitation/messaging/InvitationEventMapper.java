package org.sharaka.meeting.invitation.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.outbox.NewEvent;
import org.sharaka.meeting.invitation.Invitation;
import org.sharaka.meeting.invitation.InvitationEvent;
import org.sharaka.meeting.meeting.messaging.MeetingEventMapper.MeetingState;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the events of invitations as {@code contracts/} describes them. Names of
 * delegates are not published.
 */
public final class InvitationEventMapper {

	private InvitationEventMapper() {
	}

	/** The data of all three events; null is left out. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Data(MeetingState meeting, String charityId, int round, String status, @Nullable Integer delegates,
			@Nullable String reason) {
	}

	/** The event as it is published, with the meeting's id as the key. */
	public static NewEvent toEvent(Invitation invitation, InvitationEvent event) {
		return switch (event) {
			case InvitationEvent.Issued issued -> newEvent("issued", invitation, event, null, null);
			case InvitationEvent.Answered answered ->
				newEvent("answered", invitation, event, invitation.delegates().size(), null);
			case InvitationEvent.Withdrawn withdrawn ->
				newEvent("withdrawn", invitation, event, null, withdrawn.reason().code());
		};
	}

	private static NewEvent newEvent(String name, Invitation invitation, InvitationEvent event,
			@Nullable Integer delegates, @Nullable String reason) {
		Data data = new Data(MeetingState.of(event.meeting()), invitation.charityId(), invitation.round(),
				invitation.status().name(), delegates, reason);
		return new NewEvent("org.sharaka.invitation." + name + ".v1", JsonMapper.shared().valueToTree(data),
				invitation.meetingId());
	}

}
