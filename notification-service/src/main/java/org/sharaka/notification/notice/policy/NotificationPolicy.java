package org.sharaka.notification.notice.policy;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.sharaka.notification.delivery.Channel;

/**
 * What one type of event makes of notices.
 *
 * @param eventType in full, such as {@code org.sharaka.invitation.issued.v1}
 * @param template a name of {@code templates/}
 * @param channels a contact gets a notice on each of these that it wants
 * @param priority null if the event says it itself
 */
public record NotificationPolicy(String eventType, RecipientRule recipients, String template, Set<Channel> channels,
		@Nullable Priority priority, Expiry expiry, CalendarAction calendar) {

	public NotificationPolicy {
		channels = Set.copyOf(channels);
	}

}
