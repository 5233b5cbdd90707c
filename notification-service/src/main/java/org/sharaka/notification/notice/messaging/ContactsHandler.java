package org.sharaka.notification.notice.messaging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.event.InvalidEventException;
import org.sharaka.chassis.consumer.EventHandler;
import org.sharaka.chassis.text.Language;
import org.sharaka.notification.contact.Contact;
import org.sharaka.notification.contact.ContactsChange;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.notice.TellCharities;
import tools.jackson.databind.JsonNode;

/** Keeps the contacts, and tells those who were waited for. */
final class ContactsHandler implements EventHandler {

	private static final String CHANGED = "org.sharaka.contacts.changed.v1";

	private final TellCharities tellCharities;

	ContactsHandler(TellCharities tellCharities) {
		this.tellCharities = tellCharities;
	}

	@Override
	public Set<String> types() {
		return Set.of(CHANGED, Event.TOMBSTONE);
	}

	@Override
	public void handle(List<Event> events) {
		this.tellCharities.contactsChanged(events.stream().map(ContactsHandler::change).toList());
	}

	private static ContactsChange change(Event event) {
		if (event.type().equals(Event.TOMBSTONE)) {
			if (event.key() == null) {
				throw new InvalidEventException("no-key", "a tombstone without a key erases nobody");
			}
			return new ContactsChange.Erased(event.key(), event.time());
		}
		List<Contact> contacts = new ArrayList<>();
		event.body().path("contacts").forEach((contact) -> contacts.add(contact(contact)));
		return new ContactsChange.Changed(event.body().path("charityId").asString(), event.sequence(), contacts);
	}

	private static Contact contact(JsonNode contact) {
		Set<Channel> channels = new HashSet<>();
		contact.path("channels").forEach((channel) -> channels.add(Channel.valueOf(channel.asString())));
		return new Contact(contact.path("id").asString(), contact.path("name").asString(), text(contact, "email"),
				text(contact, "phone"), language(contact), channels);
	}

	private static Language language(JsonNode contact) {
		return Language.ofTag(contact.path("language").asString()).orElse(Language.AR);
	}

	private static @Nullable String text(JsonNode contact, String field) {
		return contact.path(field).asString(null);
	}

}
