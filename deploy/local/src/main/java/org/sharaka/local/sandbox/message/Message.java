package org.sharaka.local.sandbox.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A message to one recipient, as {@code GET /messages} returns it. */
public sealed interface Message {

	/** A UUID that identifies the message. */
	String id();

	String from();

	/** An email address or a phone number. A message to two recipients counts as two. */
	String to();

	/** The text that a search looks through. */
	String searchable();

	/**
	 * An email.
	 *
	 * @param channel always {@link Channel#EMAIL}
	 * @param language {@code ar} or {@code en}: as the email states it, otherwise
	 * detected from its script
	 * @param text the plain text part; if there is none, the HTML part without tags
	 * @param headers decoded; the values of a repeated header are joined with a line feed
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
	 * A part of an email other than its body, for example a calendar.
	 *
	 * @param filename null if the part has none
	 * @param contentType including parameters, for example {@code method=REQUEST}
	 * @param text null if the part is not text
	 */
	record Attachment(@Nullable String filename, String contentType, @Nullable String text) {
	}

	/**
	 * A text message, reassembled from its parts.
	 *
	 * @param channel always {@link Channel#SMS}
	 * @param encoding {@code GSM7} or {@code UCS2}; {@code LATIN1} or {@code BINARY} if
	 * the sender chose one of these
	 * @param parts the number of parts that the sender announced
	 * @param missingParts the numbers of the parts that did not arrive; usually empty
	 */
	record Sms(String id, Channel channel, String from, String to, Instant receivedAt, String language, String text,
			String encoding, int parts, List<Integer> missingParts) implements Message {

		@Override
		public String searchable() {
			return String.join("\n", this.from, this.to, this.text);
		}

	}

}
