package org.sharaka.registry.charity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The rules for changes of contacts. */
public final class ContactPolicies {

	/** An id in the list belongs to a contact of this charity, and appears once. */
	static final CharityPolicy<ContactList> IDS_KNOWN = (charity, list, jurisdiction, now) -> {
		OptionalInt unknown = list.firstUnknown(charity.contacts());
		return unknown.isPresent() ? Optional.of(new CharityRefusal.UnknownContact(unknown.getAsInt()))
				: Optional.empty();
	};

	/**
	 * A charity in a status that only a newer version of this service knows is read, but
	 * not written.
	 */
	static final CharityPolicy<ContactList> STATUS_KNOWN = (charity, list, jurisdiction,
			now) -> (charity.status() != CharityStatus.UNKNOWN) ? Optional.empty()
					: Optional.of(new CharityRefusal.ChangeNotAllowed(charity.status()));

	/** All rules, in the order in which they are applied. */
	public static final List<CharityPolicy<ContactList>> ALL = List.of(STATUS_KNOWN, IDS_KNOWN);

	private ContactPolicies() {
	}

}
