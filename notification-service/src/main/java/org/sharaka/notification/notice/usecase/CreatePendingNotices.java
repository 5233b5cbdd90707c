package org.sharaka.notification.notice.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.sharaka.notification.contact.Contact;
import org.sharaka.notification.contact.Contacts;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.Notices;
import org.sharaka.notification.notice.NotificationRequest;
import org.sharaka.notification.notice.NotificationRequests;
import org.sharaka.notification.notice.PendingContacts;
import org.sharaka.notification.notice.PendingContacts.PendingContact;

/**
 * Creates the notices of charities whose contacts arrived after the event. It writes the
 * notices before it removes the pending entry, so a crash in between does no harm.
 */
public class CreatePendingNotices {

	/** How many pending entries are processed in one command. */
	private static final int CHUNK = 1000;

	private final Contacts contacts;

	private final NotificationRequests requests;

	private final PendingContacts pendingContacts;

	private final Notices notices;

	private final Clock clock;

	public CreatePendingNotices(Contacts contacts, NotificationRequests requests, PendingContacts pendingContacts,
			Notices notices, Clock clock) {
		this.contacts = contacts;
		this.requests = requests;
		this.pendingContacts = pendingContacts;
		this.notices = notices;
		this.clock = clock;
	}

	/** Creates what is pending for charities whose contacts have changed. */
	public void createFor(Set<String> charityIds) {
		int found = CHUNK;
		while (found == CHUNK) {
			List<PendingContact> pending = this.pendingContacts.find(charityIds, CHUNK);
			found = pending.size();
			create(pending);
		}
	}

	/**
	 * Records charities without known contacts. The contacts may have arrived after the
	 * caller looked for them and before the entry could be seen, so this looks again.
	 */
	void add(List<PendingContact> pending) {
		this.pendingContacts.add(pending);
		create(pending);
	}

	private void create(List<PendingContact> pending) {
		if (pending.isEmpty()) {
			return;
		}
		Map<String, List<Contact>> known = this.contacts
			.of(pending.stream().map(PendingContact::charityId).collect(Collectors.toSet()));
		List<PendingContact> ready = pending.stream().filter((one) -> known.containsKey(one.charityId())).toList();
		Map<String, NotificationRequest> found = this.requests
			.find(ready.stream().map(PendingContact::requestId).collect(Collectors.toSet()));
		Instant now = this.clock.instant();
		List<Notice> created = new ArrayList<>();
		List<String> done = new ArrayList<>();
		for (PendingContact one : ready) {
			NotificationRequest request = found.get(one.requestId());
			if (request != null) {
				created.addAll(NoticeFactory.notices(request, one.charityId(),
						known.getOrDefault(one.charityId(), List.of()), now));
				done.add(one.id());
			}
		}
		this.notices.create(created);
		this.pendingContacts.remove(done);
	}

}
