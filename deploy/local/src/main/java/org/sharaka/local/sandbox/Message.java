package org.sharaka.local.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What one recipient got, as {@code GET /messages} shows it. */
public sealed interface Message {

	/** The message's own id, a UUID. */
	String id();

	String from();

	/** One address or one phone number: a message to two recipients is two messages. */
	String to();

	/** What a person searches in: everything that they can read. */
	String searchable();

	/**
	 * An email.
	 *
	 * @param channel always {@link Channel#EMAIL}
	 * @param language {@code ar} or {@code en}: as the email states it, otherwise by its
	 * script
	 * @param text the plain part; of an email that has none, the HTML without its tags
	 * @param headers as sent, decoded; repeated ones are joined with a line feed
	 */
	record Email(String id, Channel channel, String from, String to, Instant receivedAt, String language,
			String subject, String text, @Nullable String html, @Nullable String messageId, Map<String, String> headers,
			List<Attachment> attachments) implements Message {

		@Override
		public String searchable() {
			return String.join("\n", this.from, this.to, this.subject, this.text);
		}

	}

	/**
	 * Any part of an email that is not its body, calendars among them.
	 *
	 * @param filename null when the part has none
	 * @param contentType with its parameters, for example {@code method=REQUEST}
	 * @param text null when the part is not text
	 */
	record Attachment(@Nullable String filename, String contentType, @Nullable String text) {
	}

	/**
	 * A text message, put together from its parts.
	 *
	 * @param channel always {@link Channel#SMS}
	 * @param encoding {@code GSM7}, {@code UCS2}; {@code LATIN1} or {@code BINARY} when a
	 * sender chose those
	 * @param parts how many parts the sender announced
	 * @param missingParts numbers of the parts that never came; usually empty
	 */
	record Sms(String id, Channel channel, String from, String to, Instant receivedAt, String language, String text,
			String encoding, int parts, List<Integer> missingParts) implements Message {

		@Override
		public String searchable() {
			return String.join("\n", this.from, this.to, this.text);
		}

	}

}
