package org.sharaka.notification.contact;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The contacts of each charity. */
public interface Contacts {

	/**
	 * Takes in changes in their order. What is not newer than what is known changes
	 * nothing, and a tombstone erases once.
	 */
	void update(List<ContactsChange> changes);

	/**
	 * The contacts by charity; of the charities whose contacts are known, perhaps none.
	 */
	Map<String, List<Contact>> of(Set<String> charityIds);

}
