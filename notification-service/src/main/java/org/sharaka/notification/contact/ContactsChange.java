package org.sharaka.notification.contact;

import java.time.Instant;
import java.util.List;

/** What an event or a tombstone says of a charity's contacts. */
public sealed interface ContactsChange {

	String charityId();

	/**
	 * All contacts after a change.
	 *
	 * @param sequence the charity's version that the change made
	 */
	record Changed(String charityId, long sequence, List<Contact> contacts) implements ContactsChange {

		public Changed {
			contacts = List.copyOf(contacts);
		}

	}

	/**
	 * All contacts are to be forgotten.
	 *
	 * @param at when the tombstone was written: one that comes a second time must not
	 * erase what came after it
	 */
	record Erased(String charityId, Instant at) implements ContactsChange {
	}

}
