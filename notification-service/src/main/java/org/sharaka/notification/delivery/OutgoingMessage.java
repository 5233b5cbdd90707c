package org.sharaka.notification.delivery;

import org.sharaka.chassis.text.Language;

/**
 * One notice, ready to be handed to a provider.
 *
 * @param noticeId the notice's id, a UUID; every attempt at one notice carries the same,
 * so that what a provider derives from it (Message-ID, SMS reference) is the same too
 * @param to a mail address, or a phone number in E.164
 * @param language the language of the content
 */
public record OutgoingMessage(String noticeId, String to, Language language, Content content) {

	public Channel channel() {
		return this.content.channel();
	}

	/** Without the address, so that a log line may contain it. */
	@Override
	public String toString() {
		return "OutgoingMessage[" + this.noticeId + ", " + channel() + "]";
	}

}
