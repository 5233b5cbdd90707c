package org.sharaka.notification.sending;

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
import org.sharaka.notification.notice.Occasion;
import org.sharaka.notification.notice.Occasions;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks up what claimed notices need, in three finds for all of them.
 */
final class Preparation {

	private static final TypeReference<Map<String, Object>> PLAIN = new TypeReference<>() {
	};

	private final Occasions occasions;

	private final Contacts contacts;

	private final Charities charities;

	private final JsonMapper json = JsonMapper.builder().build();

	Preparation(Occasions occasions, Contacts contacts, Charities charities) {
		this.occasions = occasions;
		this.contacts = contacts;
		this.charities = charities;
	}

	List<Ready> of(List<Notice> claimed, Instant until) {
		if (claimed.isEmpty()) {
			return List.of();
		}
		Map<String, Telling> tellings = new HashMap<>();
		this.occasions.of(ids(claimed, Notice::occasionId))
			.forEach((id, occasion) -> tellings.put(id, telling(occasion)));
		Set<String> charityIds = ids(claimed, Notice::charityId);
		Map<String, List<Contact>> known = this.contacts.of(charityIds);
		Map<String, BilingualText> names = this.charities.names(charityIds);
		return claimed.stream()
			.map((notice) -> new Ready(notice, Objects.requireNonNull(tellings.get(notice.occasionId())),
					contact(notice, known.getOrDefault(notice.charityId(), List.of())), names.get(notice.charityId()),
					until))
			.toList();
	}

	private Telling telling(Occasion occasion) {
		return new Telling(occasion, this.json.readValue(occasion.data(), PLAIN));
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
