package org.sharaka.notification.dispatch;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.notification.charity.Charities;
import org.sharaka.notification.contact.Contact;
import org.sharaka.notification.contact.Contacts;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.NotificationRequest;
import org.sharaka.notification.notice.NotificationRequests;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads what leased notices need, with three queries for all of them.
 */
final class OutgoingNoticeLoader {

	private static final TypeReference<Map<String, Object>> PLAIN = new TypeReference<>() {
	};

	private final NotificationRequests requests;

	private final Contacts contacts;

	private final Charities charities;

	private final JsonMapper json = JsonMapper.builder().build();

	OutgoingNoticeLoader(NotificationRequests requests, Contacts contacts, Charities charities) {
		this.requests = requests;
		this.contacts = contacts;
		this.charities = charities;
	}

	List<OutgoingNotice> load(List<Notice> notices, Instant leasedUntil) {
		if (notices.isEmpty()) {
			return List.of();
		}
		Map<String, RequestContent> contents = new HashMap<>();
		this.requests.find(ids(notices, Notice::requestId))
			.forEach((id, request) -> contents.put(id, content(request)));
		Set<String> charityIds = ids(notices, Notice::charityId);
		Map<String, List<Contact>> known = this.contacts.of(charityIds);
		Map<String, BilingualText> names = this.charities.names(charityIds);
		return notices.stream()
			.map((notice) -> new OutgoingNotice(notice, Objects.requireNonNull(contents.get(notice.requestId())),
					contact(notice, known.getOrDefault(notice.charityId(), List.of())), names.get(notice.charityId()),
					leasedUntil))
			.toList();
	}

	private RequestContent content(NotificationRequest request) {
		return new RequestContent(request, this.json.readValue(request.data(), PLAIN));
	}

	private static @Nullable Contact contact(Notice notice, List<Contact> contacts) {
		return contacts.stream()
			.filter((contact) -> contact.id().equals(notice.contactId()) && contact.addressOn(notice.channel()) != null)
			.findFirst()
			.orElse(null);
	}

	private static Set<String> ids(List<Notice> notices, Function<Notice, String> id) {
		return notices.stream().map(id).collect(Collectors.toSet());
	}

}
