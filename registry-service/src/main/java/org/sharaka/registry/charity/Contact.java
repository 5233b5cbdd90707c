package org.sharaka.registry.charity;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.Language;

/**
 * A person whom a charity named as a contact. Personal data: leaves the service only in
 * {@code contacts.changed} and in answers about this one charity.
 *
 * @param id stable while the charity keeps the contact
 */
public record Contact(String id, Details details) {

	/** The person's role in the charity. */
	public enum Role {

		CHAIR, REPRESENTATIVE, MEMBER, STAFF

	}

	/** How the person gets notices. */
	public enum Channel {

		EMAIL, SMS

	}

	/**
	 * @param language of the notices to this person
	 * @param channels each needs its address; empty if the person gets no notices
	 */
	public record Details(String name, Role role, @Nullable EmailAddress email, @Nullable PhoneNumber phone,
			Language language, Set<Channel> channels) {

		public Details {
			channels = Collections.unmodifiableSet(new LinkedHashSet<>(channels));
			for (Channel channel : channels) {
				if (!hasAddress(channel, email, phone)) {
					throw new IllegalArgumentException("no address for " + channel);
				}
			}
		}

		/** Whether the address that a channel needs is present. */
		public static boolean hasAddress(Channel channel, @Nullable EmailAddress email, @Nullable PhoneNumber phone) {
			return switch (channel) {
				case EMAIL -> email != null;
				case SMS -> phone != null;
			};
		}

	}

}
