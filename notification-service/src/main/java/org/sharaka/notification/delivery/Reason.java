package org.sharaka.notification.delivery;

import org.jspecify.annotations.Nullable;

/**
 * Why a provider did not accept, without personal data: no address and no text from the
 * provider, whose replies tend to repeat the address.
 *
 * @param code short and stable, in kebab case, for example {@code mailbox-unavailable}
 * @param reply the provider's own reply code, if it gave one: {@code 550 5.1.1},
 * {@code 0x00000058}
 */
public record Reason(String code, @Nullable String reply) {

	public static Reason of(String code) {
		return new Reason(code, null);
	}

	/** The form for a notice's timeline: {@code mailbox-unavailable (550 5.1.1)}. */
	@Override
	public String toString() {
		return (this.reply == null) ? this.code : this.code + " (" + this.reply + ")";
	}

}
