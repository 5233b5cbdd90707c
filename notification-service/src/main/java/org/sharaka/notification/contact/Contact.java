package org.sharaka.notification.contact;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.Language;
import org.sharaka.notification.delivery.Channel;

/**
 * A person whom a charity named to be told.
 *
 * @param phone E.164
 * @param channels those that the contact wants
 */
public record Contact(String id, String name, @Nullable String email, @Nullable String phone, Language language,
		Set<Channel> channels) {

	public Contact {
		channels = Set.copyOf(channels);
	}

	/**
	 * Where to reach the contact on this channel; null if it is not to be reached there.
	 */
	public @Nullable String addressOn(Channel channel) {
		if (!this.channels.contains(channel)) {
			return null;
		}
		return switch (channel) {
			case EMAIL -> this.email;
			case SMS -> this.phone;
		};
	}

	/** Without personal data, so that a log line may contain it. */
	@Override
	public String toString() {
		return "Contact[" + this.id + "]";
	}

}
