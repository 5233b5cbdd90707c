package org.sharaka.notification.contact;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The contacts of each charity. */
public interface Contacts {

	/**
	 * Applies changes in their order. A change that is older than the known state changes
	 * nothing, and a deletion that is read again does not delete what came after it.
	 */
	void apply(List<ContactsChange> changes);

	/**
	 * The contacts by charity. A charity whose contacts were erased has none; one that no
	 * event has mentioned is absent.
	 */
	Map<String, List<Contact>> of(Set<String> charityIds);

}
