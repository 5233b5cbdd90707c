package org.sharaka.notification;

import java.time.Clock;

import org.sharaka.notification.charity.Charities;
import org.sharaka.notification.contact.Contacts;
import org.sharaka.notification.meeting.Invitations;
import org.sharaka.notification.meeting.Meetings;
import org.sharaka.notification.notice.DeliveryReceipts;
import org.sharaka.notification.notice.Notices;
import org.sharaka.notification.notice.NotificationRequests;
import org.sharaka.notification.notice.PendingContacts;
import org.sharaka.notification.notice.usecase.ApplyReceipts;
import org.sharaka.notification.notice.usecase.CreateNotices;
import org.sharaka.notification.notice.usecase.CreatePendingNotices;
import org.sharaka.notification.notice.usecase.NotifyInvitedCharities;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases. */
@Configuration(proxyBeanMethods = false)
class NotificationServiceConfiguration {

	@Bean
	CreatePendingNotices createPendingNotices(Contacts contacts, NotificationRequests requests,
			PendingContacts pendingContacts, Notices notices, Clock clock) {
		return new CreatePendingNotices(contacts, requests, pendingContacts, notices, clock);
	}

	@Bean
	CreateNotices createNotices(Charities charities, Invitations invitations, Contacts contacts,
			NotificationRequests requests, CreatePendingNotices createPendingNotices, Notices notices, Clock clock) {
		return new CreateNotices(charities, invitations, contacts, requests, createPendingNotices, notices, clock);
	}

	@Bean
	NotifyInvitedCharities notifyInvitedCharities(Meetings meetings, Invitations invitations,
			CreateNotices createNotices) {
		return new NotifyInvitedCharities(meetings, invitations, createNotices);
	}

	@Bean
	ApplyReceipts applyReceipts(DeliveryReceipts receipts, Notices notices, Clock clock) {
		return new ApplyReceipts(receipts, notices, clock);
	}

}
