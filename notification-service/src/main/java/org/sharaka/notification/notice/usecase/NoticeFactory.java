package org.sharaka.notification.notice.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.sharaka.notification.contact.Contact;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.NotificationRequest;
import org.sharaka.notification.notice.policy.NotificationPolicies;

/** Makes the notices of one event for one charity. */
final class NoticeFactory {

	private NoticeFactory() {
	}

	/**
	 * One notice for each contact and for each channel that the event's policy has and
	 * the contact wants.
	 */
	static List<Notice> notices(NotificationRequest request, String charityId, List<Contact> contacts, Instant now) {
		Set<Channel> channels = NotificationPolicies.of(request.eventType()).orElseThrow().channels();
		List<Notice> notices = new ArrayList<>();
		for (Contact contact : contacts) {
			for (Channel channel : channels) {
				if (contact.addressOn(channel) != null) {
					notices.add(Notice.of(request, charityId, contact.id(), channel, contact.language(), now));
				}
			}
		}
		return notices;
	}

}
