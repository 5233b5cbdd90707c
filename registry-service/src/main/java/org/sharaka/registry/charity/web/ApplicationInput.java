package org.sharaka.registry.charity.web;

import java.util.List;

import org.sharaka.chassis.web.input.Input;
import org.sharaka.registry.charity.ContactList;
import org.sharaka.registry.charity.Profile;

/** Parses the body of {@code POST /charities}. */
final class ApplicationInput {

	private ApplicationInput() {
	}

	record Application(Profile profile, ContactList contacts) {
	}

	static Application application(Input input) {
		ProfileInput profile = ProfileInput.of(input);
		List<ContactList.Entry> contacts = ContactInput.contacts(input, 1, profile.region(), false);
		return input.orThrow(() -> new Application(profile.toProfile(), new ContactList(contacts)));
	}

}
