package org.sharaka.notification.notice.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.sharaka.notification.charity.Charities;
import org.sharaka.notification.contact.Contact;
import org.sharaka.notification.contact.Contacts;
import org.sharaka.notification.meeting.Invitations;
import org.sharaka.notification.notice.AddressedRequest;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.Notices;
import org.sharaka.notification.notice.NotificationRequest;
import org.sharaka.notification.notice.NotificationRequests;
import org.sharaka.notification.notice.PendingContacts.PendingContact;
import org.sharaka.notification.notice.Recipients;

/**
 * Creates the notices of events: for each contact of each charity that an event concerns,
 * one on each channel that the event's policy has and the contact wants. A charity whose
 * contacts are not known yet is recorded as pending.
 *
 * <p>
 * Everything is written in bulk and can be repeated: what exists stays as it is, and a
 * request that is complete makes no notices for contacts that were added later.
 */
public class CreateNotices {

	/** How many charities or notices are written in one command. */
	static final int CHUNK = 1000;

	private final Charities charities;

	private final Invitations invitations;

	private final Contacts contacts;

	private final NotificationRequests requests;

	private final CreatePendingNotices pendingNotices;

	private final Notices notices;

	private final Clock clock;

	public CreateNotices(Charities charities, Invitations invitations, Contacts contacts, NotificationRequests requests,
			CreatePendingNotices pendingNotices, Notices notices, Clock clock) {
		this.charities = charities;
		this.invitations = invitations;
		this.contacts = contacts;
		this.requests = requests;
		this.pendingNotices = pendingNotices;
		this.notices = notices;
		this.clock = clock;
	}

	/**
	 * Creates the notices of all these requests.
	 * @throws UnknownCharitiesException if an announcement names a charity that is not in
	 * the register; then no notice is created, so that a replay reaches all charities
	 */
	public void create(List<AddressedRequest> addressed) {
		addressed.forEach((one) -> requireKnownCharities(one.recipients()));
		Map<String, AddressedRequest> open = new LinkedHashMap<>();
		addressed.forEach((one) -> open.put(one.request().id(), one));
		open.keySet().removeAll(this.requests.begin(open.values().stream().map(AddressedRequest::request).toList()));
		Batch batch = new Batch();
		for (AddressedRequest one : open.values()) {
			NotificationRequest request = one.request();
			switch (one.recipients()) {
				case Recipients.OfIds some -> batch.add(request, some.charityIds());
				case Recipients.OfAudience some ->
					this.charities.findRecipients(some.audience(), CHUNK, (ids) -> batch.add(request, ids));
				case Recipients.OfMeeting some ->
					this.invitations.findInvited(some.meetingId(), CHUNK, (ids) -> batch.add(request, ids));
			}
		}
		batch.flush();
		if (!open.isEmpty()) {
			this.requests.complete(open.keySet());
		}
	}

	private void requireKnownCharities(Recipients recipients) {
		if (!(recipients instanceof Recipients.OfAudience some)) {
			return;
		}
		Set<String> unknown = this.charities.findUnknown(some.audience().charities());
		if (!unknown.isEmpty()) {
			throw new UnknownCharitiesException(unknown);
		}
	}

	/** Collects charities until one command is full. */
	private final class Batch {

		private record Recipient(NotificationRequest request, String charityId) {
		}

		private final List<Recipient> recipients = new ArrayList<>();

		void add(NotificationRequest request, Iterable<String> charityIds) {
			for (String charityId : charityIds) {
				this.recipients.add(new Recipient(request, charityId));
				if (this.recipients.size() == CHUNK) {
					flush();
				}
			}
		}

		void flush() {
			if (this.recipients.isEmpty()) {
				return;
			}
			Map<String, List<Contact>> known = CreateNotices.this.contacts
				.of(this.recipients.stream().map(Recipient::charityId).collect(Collectors.toSet()));
			Instant now = CreateNotices.this.clock.instant();
			List<Notice> created = new ArrayList<>();
			List<PendingContact> pending = new ArrayList<>();
			for (Recipient recipient : this.recipients) {
				List<Contact> contactsOfCharity = known.get(recipient.charityId());
				if (contactsOfCharity != null) {
					created.addAll(
							NoticeFactory.notices(recipient.request(), recipient.charityId(), contactsOfCharity, now));
				}
				else {
					pending.add(PendingContact.of(recipient.request(), recipient.charityId(), now));
				}
			}
			for (int from = 0; from < created.size(); from += CHUNK) {
				CreateNotices.this.notices.create(created.subList(from, Math.min(from + CHUNK, created.size())));
			}
			if (!pending.isEmpty()) {
				CreateNotices.this.pendingNotices.add(pending);
			}
			this.recipients.clear();
		}

	}

}
