package org.sharaka.notification.notice.usecase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.sharaka.notification.meeting.Invitation;
import org.sharaka.notification.meeting.Invitations;
import org.sharaka.notification.meeting.Meeting;
import org.sharaka.notification.meeting.Meetings;
import org.sharaka.notification.notice.AddressedRequest;
import org.sharaka.notification.notice.NotificationRequest;
import org.sharaka.notification.notice.Recipients;

/**
 * Follows meetings and invitations and notifies the charities that are invited. Meetings
 * and invitations are different aggregates, so their events arrive in any order:
 * <ul>
 * <li>An invitation that arrives after a new time shows the new time.
 * <li>An invitation that arrives after the cancellation creates no notice.
 * <li>A new time or a cancellation concerns the charities whose invitation has arrived
 * and is not withdrawn. If none has, it creates no notice.
 * </ul>
 *
 * <p>
 * The views are written before they are read. If two instances process an invitation and
 * a new time at once, at least one of them sees the other's event.
 */
public class NotifyInvitedCharities {

	private final Meetings meetings;

	private final Invitations invitations;

	private final CreateNotices createNotices;

	public NotifyInvitedCharities(Meetings meetings, Invitations invitations, CreateNotices createNotices) {
		this.meetings = meetings;
		this.invitations = invitations;
		this.createNotices = createNotices;
	}

	/** An event of a meeting or of an invitation. */
	public sealed interface MeetingEvent {

		/** The meeting as the event describes it. */
		Meeting meeting();

	}

	/**
	 * A meeting has changed.
	 *
	 * @param request null if nobody is notified of such events
	 */
	public record MeetingChanged(Meeting meeting, @Nullable NotificationRequest request) implements MeetingEvent {
	}

	/**
	 * An invitation has changed.
	 *
	 * @param request for this state of the meeting; null if nobody is notified of such
	 * events
	 */
	public record InvitationChanged(Meeting meeting, Invitation invitation,
			Function<Meeting, @Nullable NotificationRequest> request) implements MeetingEvent {
	}

	/** Handles events of one partition in their order. */
	public void handle(List<MeetingEvent> events) {
		List<MeetingEvent> batch = new ArrayList<>();
		Set<String> changedMeetings = new HashSet<>();
		Set<String> invitingMeetings = new HashSet<>();
		for (MeetingEvent event : events) {
			String id = event.meeting().id();
			boolean changed = event instanceof MeetingChanged meeting && meeting.request() != null;
			boolean invited = event instanceof InvitationChanged;
			if (changed && invitingMeetings.contains(id) || invited && changedMeetings.contains(id)) {
				handleTogether(batch);
				List.of(batch, changedMeetings, invitingMeetings).forEach(Collection::clear);
			}
			batch.add(event);
			if (changed) {
				changedMeetings.add(id);
			}
			if (invited) {
				invitingMeetings.add(id);
			}
		}
		handleTogether(batch);
	}

	/** Handles events among which no meeting both changes and invites. */
	private void handleTogether(List<MeetingEvent> events) {
		List<MeetingChanged> changed = only(MeetingChanged.class, events);
		List<InvitationChanged> invited = only(InvitationChanged.class, events);
		Map<String, Meeting> meetingsBefore = this.meetings
			.find(ids(changed, (one) -> (one.request() != null) ? one.meeting().id() : null));
		Map<String, Invitation> invitationsBefore = this.invitations.find(ids(invited, (one) -> one.invitation().id()));
		this.meetings.apply(changed.stream().map(MeetingChanged::meeting).toList());
		this.invitations.apply(invited.stream().map(InvitationChanged::invitation).toList());
		Map<String, Meeting> meetingsNow = this.meetings.find(ids(invited, (one) -> one.meeting().id()));
		List<AddressedRequest> addressed = new ArrayList<>();
		for (MeetingChanged one : changed) {
			add(addressed, toInvited(one, meetingsBefore.get(one.meeting().id())));
		}
		for (InvitationChanged one : invited) {
			add(addressed, toCharity(one, invitationsBefore.get(one.invitation().id()),
					meetingsNow.getOrDefault(one.meeting().id(), one.meeting())));
		}
		this.createNotices.create(addressed);
	}

	private static @Nullable AddressedRequest toInvited(MeetingChanged event, @Nullable Meeting before) {
		boolean outdated = before != null && before.sequence() > event.meeting().sequence();
		return (event.request() == null || outdated) ? null
				: new AddressedRequest(event.request(), new Recipients.OfMeeting(event.meeting().id()));
	}

	/** An answer in between does not make an invitation outdated, a withdrawal does. */
	private static @Nullable AddressedRequest toCharity(InvitationChanged event, @Nullable Invitation before,
			Meeting now) {
		Invitation invitation = event.invitation();
		boolean outdated = before != null && before.sequence() > invitation.sequence()
				&& before.withdrawn() != invitation.withdrawn();
		if (outdated || !invitation.withdrawn() && now.isCancelled()) {
			return null;
		}
		NotificationRequest request = event.request().apply(now.isNewerThan(event.meeting()) ? now : event.meeting());
		return (request != null) ? new AddressedRequest(request, new Recipients.OfIds(Set.of(invitation.charityId())))
				: null;
	}

	private static void add(List<AddressedRequest> requests, @Nullable AddressedRequest request) {
		if (request != null) {
			requests.add(request);
		}
	}

	private static <E> List<E> only(Class<E> type, List<MeetingEvent> events) {
		return events.stream().filter(type::isInstance).map(type::cast).toList();
	}

	private static <E> Set<String> ids(List<E> events, Function<E, @Nullable String> id) {
		return events.stream().map(id).filter(Objects::nonNull).collect(Collectors.toSet());
	}

}
