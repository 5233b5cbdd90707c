package org.sharaka.notification.notice.messaging;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.consumer.EventHandler;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.event.InvalidEventException;
import org.sharaka.chassis.text.Language;
import org.sharaka.notification.contact.Contact;
import org.sharaka.notification.contact.Contacts;
import org.sharaka.notification.contact.ContactsChange;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.notice.usecase.CreatePendingNotices;
import tools.jackson.databind.JsonNode;

/** Keeps the view of the contacts, and creates the notices that were pending for them. */
final class ContactsEventHandler implements EventHandler {

	private final Contacts contacts;

	private final CreatePendingNotices createPendingNotices;

	ContactsEventHandler(Contacts contacts, CreatePendingNotices createPendingNotices) {
		this.contacts = contacts;
		this.createPendingNotices = createPendingNotices;
	}

	@Override
	public Set<String> types() {
		return Set.of("org.sharaka.contacts.changed.v1", Event.TOMBSTONE);
	}

	@Override
	public boolean feedsView() {
		return true;
	}

	@Override
	public void handle(List<Event> events) {
		List<ContactsChange> changes = events.stream().map(ContactsEventHandler::change).toList();
		this.contacts.apply(changes);
		this.createPendingNotices
			.createFor(changes.stream().map(ContactsChange::charityId).collect(Collectors.toSet()));
	}

	private static ContactsChange change(Event event) {
		if (event.type().equals(Event.TOMBSTONE)) {
			if (event.key() == null) {
				throw new InvalidEventException("no-key", "a tombstone without a key deletes nothing");
			}
			return ContactsChange.erased(event.key(), event.time());
		}
		List<Contact> contacts = new ArrayList<>();
		event.body().path("contacts").forEach((contact) -> contacts.add(contact(contact)));
		return new ContactsChange(event.body().path("charityId").asString(), event.sequence(), event.time(), contacts);
	}

	private static Contact contact(JsonNode contact) {
		Language language = Language.ofTag(contact.path("language").asString()).orElse(Language.AR);
		return new Contact(contact.path("id").asString(), contact.path("name").asString(), text(contact, "email"),
				text(contact, "phone"), language, channels(contact.path("channels")));
	}

	/** Channels that this service does not have are left out. */
	private static Set<Channel> channels(JsonNode codes) {
		Set<Channel> channels = EnumSet.allOf(Channel.class);
		Set<String> wanted = NotificationRequestMapper.texts(codes);
		channels.removeIf((channel) -> !wanted.contains(channel.name()));
		return channels;
	}

	private static @Nullable String text(JsonNode contact, String field) {
		return contact.path(field).asString(null);
	}

}
