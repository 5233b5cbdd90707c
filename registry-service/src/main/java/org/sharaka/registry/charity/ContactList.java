package org.sharaka.registry.charity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiPredicate;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.id.Ids;

/**
 * A complete list of contacts that replaces the current one. A person who was on the list
 * before keeps the id, so that notices and their receipts stay with the person.
 */
public record ContactList(List<Entry> entries) {

	/**
	 * @param id of a current contact; null if the caller does not name one
	 */
	public record Entry(@Nullable String id, Contact.Details details) {
	}

	public ContactList {
		entries = List.copyOf(entries);
	}

	/**
	 * The contacts, each with the id in the list, else that of the current contact that
	 * is the same person, else a new one.
	 */
	List<Contact> identified(List<Contact> current, Ids ids) {
		Map<String, Contact> free = new LinkedHashMap<>();
		current.forEach((contact) -> free.put(contact.id(), contact));
		this.entries.forEach((entry) -> free.remove(String.valueOf(entry.id())));
		List<Contact> contacts = new ArrayList<>();
		for (Entry entry : this.entries) {
			String id = (entry.id() != null) ? entry.id() : sameContact(free, entry.details()).orElseGet(ids::newId);
			free.remove(id);
			contacts.add(new Contact(id, entry.details()));
		}
		return List.copyOf(contacts);
	}

	/**
	 * The index of the first entry whose id is not that of a current contact, or appears
	 * a second time.
	 */
	OptionalInt firstUnknown(List<Contact> current) {
		List<String> known = new ArrayList<>(current.stream().map(Contact::id).toList());
		for (int index = 0; index < this.entries.size(); index++) {
			String id = this.entries.get(index).id();
			if (id != null && !known.remove(id)) {
				return OptionalInt.of(index);
			}
		}
		return OptionalInt.empty();
	}

	/**
	 * The contact that has the same email, else the same phone, else everything the same.
	 */
	private static Optional<String> sameContact(Map<String, Contact> free, Contact.Details wanted) {
		return first(free, wanted, ContactList::isSameEmail)
			.or(() -> first(free, wanted, (one, other) -> one.phone() != null && one.phone().equals(other.phone())))
			.or(() -> first(free, wanted, Contact.Details::equals));
	}

	private static boolean isSameEmail(Contact.Details one, Contact.Details other) {
		return one.email() != null && other.email() != null && one.email().isSameMailbox(other.email());
	}

	private static Optional<String> first(Map<String, Contact> free, Contact.Details wanted,
			BiPredicate<Contact.Details, Contact.Details> same) {
		return free.values()
			.stream()
			.filter((contact) -> same.test(contact.details(), wanted))
			.map(Contact::id)
			.findFirst();
	}

}
