package org.sharaka.notification.delivery.email;

import jakarta.mail.MessagingException;

/**
 * No connection that mail can be sent on; nothing was handed over.
 */
final class SmtpConnectException extends MessagingException {

	private final transient SmtpReply reply;

	SmtpConnectException(SmtpReply reply, MessagingException cause) {
		super("No SMTP connection", cause);
		this.reply = reply;
	}

	/** The server's refusal, if it gave one. */
	SmtpReply reply() {
		return this.reply;
	}

}
