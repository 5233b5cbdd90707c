package org.sharaka.notification.contact;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A change of a charity's contacts.
 *
 * @param sequence of the event; 0 for a tombstone, which has none
 * @param at the event's time
 * @param contacts all contacts after the change; null if they are erased
 */
public record ContactsChange(String charityId, long sequence, Instant at, @Nullable List<Contact> contacts) {

	public static ContactsChange erased(String charityId, Instant at) {
		return new ContactsChange(charityId, 0, at, null);
	}

}
