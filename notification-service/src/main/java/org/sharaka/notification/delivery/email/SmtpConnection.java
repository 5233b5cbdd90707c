package org.sharaka.notification.delivery.email;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One connection, used by one thread at a time. It remembers how far a message got and
 * what the server answered there: Jakarta Mail's exceptions do not tell a reply that
 * never came from one that was lost afterwards.
 */
final class SmtpConnection extends SMTPTransport {

	enum Stage {

		CONNECT, MAIL, RCPT, DATA, BODY,

		/**
		 * The final dot is, or may be, on its way: from here the server may have taken
		 * the message.
		 */
		END

	}

	private final Instant opened;

	private Instant lastUsed;

	private int messages;

	private Stage stage = Stage.CONNECT;

	private SmtpReply reply = SmtpReply.NONE;

	SmtpConnection(Session session, URLName url, Instant now) {
		super(session, url, "smtp", false);
		this.opened = now;
		this.lastUsed = now;
	}

	void send(MimeMessage message, Instant now) throws MessagingException {
		this.lastUsed = now;
		this.messages++;
		enter(Stage.MAIL);
		sendMessage(message, message.getAllRecipients());
	}

	boolean isFresh() {
		return this.messages <= 1;
	}

	int messages() {
		return this.messages;
	}

	Duration idleAt(Instant now) {
		return Duration.between(this.lastUsed, now);
	}

	Duration ageAt(Instant now) {
		return Duration.between(this.opened, now);
	}

	/** How far the last message got. */
	Stage stage() {
		return this.stage;
	}

	/** The server's first answer in that stage. */
	SmtpReply reply() {
		return this.reply;
	}

	private void enter(Stage entered) {
		this.stage = entered;
		this.reply = SmtpReply.NONE;
	}

	@Override
	protected void rcptTo() throws MessagingException {
		enter(Stage.RCPT);
		super.rcptTo();
	}

	@Override
	protected OutputStream data() throws MessagingException {
		enter(Stage.DATA);
		OutputStream body = super.data();
		enter(Stage.BODY);
		return body;
	}

	@Override
	protected void finishData() throws IOException, MessagingException {
		enter(Stage.END);
		super.finishData();
	}

	@Override
	protected int readServerResponse() throws MessagingException {
		int code = super.readServerResponse();
		if (!this.reply.isThere()) {
			this.reply = SmtpReply.of(code, getLastServerResponse());
		}
		return code;
	}

}
