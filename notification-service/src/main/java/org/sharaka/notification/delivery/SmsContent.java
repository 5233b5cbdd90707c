package org.sharaka.notification.delivery;

/**
 * The text of an SMS, of any length: the provider chooses the encoding and cuts it into
 * parts.
 */
public record SmsContent(String text) implements Content {

	@Override
	public Channel channel() {
		return Channel.SMS;
	}

	/** Without the words: they may name people. */
	@Override
	public String toString() {
		return "SmsContent[" + this.text.length() + " characters]";
	}

}
