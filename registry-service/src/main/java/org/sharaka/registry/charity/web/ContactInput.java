package org.sharaka.registry.charity.web;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.Language;
import org.sharaka.chassis.web.input.Input;
import org.sharaka.chassis.web.problem.InputError;
import org.sharaka.chassis.web.problem.ProblemException;
import org.sharaka.registry.charity.Contact;
import org.sharaka.registry.charity.Contact.Channel;
import org.sharaka.registry.charity.ContactList;
import org.sharaka.registry.charity.EmailAddress;
import org.sharaka.registry.charity.PhoneNumber;
import org.sharaka.registry.charity.Region;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static java.util.Objects.requireNonNull;

/** Parses contacts. */
final class ContactInput {

	private static final int MAX_NAME_LENGTH = 300;

	private static final int MAX_CONTACTS = 100;

	/** For numbers without a country code while the charity's region is unknown. */
	private static final List<String> COUNTRIES = List.of("SA", "BH");

	private ContactInput() {
	}

	/**
	 * Parses the body of {@code PUT /charities/{id}/contacts}: the list as the field
	 * {@code contacts}, or by itself.
	 */
	static ContactList contactList(Input input, Region region) {
		if (!input.json().isArray()) {
			List<ContactList.Entry> contacts = contacts(input, 0, region, true);
			return input.orThrow(() -> new ContactList(contacts));
		}
		ObjectNode wrapped = JsonNodeFactory.instance.objectNode().set("contacts", input.json());
		try {
			return contactList(Input.of(wrapped), region);
		}
		catch (ProblemException problem) {
			throw ProblemException.invalidInput(problem.errors().stream().map(ContactInput::withoutField).toList());
		}
	}

	private static InputError withoutField(InputError error) {
		return new InputError(error.pointer().substring("/contacts".length()), error.code(), error.args());
	}

	static List<ContactList.Entry> contacts(Input input, int min, @Nullable Region region, boolean withIds) {
		List<String> countries = (region != null) ? List.of(region.country()) : COUNTRIES;
		return input.list("contacts", min, MAX_CONTACTS, (contact) -> {
			String id = withIds ? contact.optional().id("id") : null;
			Contact.Details details = details(contact, countries);
			return contact.build(() -> new ContactList.Entry(id, requireNonNull(details)));
		});
	}

	private static Contact.@Nullable Details details(Input contact, List<String> countries) {
		String name = contact.text("name", 1, MAX_NAME_LENGTH);
		Contact.Role role = contact.oneOf("role", Contact.Role.class);
		EmailAddress email = contact.optional().parsed("email", "bad-email", EmailAddress::parse);
		PhoneNumber phone = contact.optional()
			.parsed("phone", "bad-phone", (text) -> PhoneNumber.parse(text, countries));
		Language language = contact.language("language");
		Set<Channel> channels = contact.setOf("channels", Channel.class, 0);
		if (channels.contains(Channel.EMAIL) && contact.isAbsent("email")) {
			contact.reject("/email", "address-required", Channel.EMAIL.name());
		}
		if (channels.contains(Channel.SMS) && contact.isAbsent("phone")) {
			contact.reject("/phone", "address-required", Channel.SMS.name());
		}
		return contact.build(() -> new Contact.Details(requireNonNull(name), requireNonNull(role), email, phone,
				requireNonNull(language), channels));
	}

}
