package org.sharaka.notification.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A mail's content.
 *
 * @param subject one line
 * @param text the text/plain part
 * @param html the text/html part, a whole document
 * @param calendar the meeting, if the mail is about one
 */
public record EmailContent(String subject, String text, String html,
		@Nullable CalendarPart calendar) implements Content {

	public EmailContent(String subject, String text, String html) {
		this(subject, text, html, null);
	}

	@Override
	public Channel channel() {
		return Channel.EMAIL;
	}

	/** Without the words: they may name people. */
	@Override
	public String toString() {
		return "EmailContent[" + this.text.length() + " characters]";
	}

}
