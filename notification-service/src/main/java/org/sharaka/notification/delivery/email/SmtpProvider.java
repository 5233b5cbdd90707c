package org.sharaka.notification.delivery.email;

import java.time.InstantSource;
import java.util.List;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.delivery.EmailContent;
import org.sharaka.notification.delivery.OutgoingMessage;
import org.sharaka.notification.delivery.Provider;
import org.sharaka.notification.delivery.Reason;
import org.sharaka.notification.delivery.SendResult;
import org.sharaka.notification.delivery.SendResult.Origin;
import org.sharaka.notification.delivery.email.SmtpConnection.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands mail to one SMTP server on pooled connections.
 * <p>
 * Until the final dot is written the server cannot have taken the message, so whatever
 * breaks before it is deferred; after it only a reply can tell, and without one the
 * outcome is unknown. A kept connection that turns out to be dead at its first command is
 * replaced once, at once.
 */
public final class SmtpProvider implements Provider {

	private static final Logger log = LoggerFactory.getLogger(SmtpProvider.class);

	static {
		// Jakarta Mail looks its streams up anew for every part of every message; unless
		// they are named here, it
		// searches all jars each time, which took half of the time of a send
		System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
	}

	private final InstantSource clock;

	private final SmtpConnections connections;

	private final EmailMessages messages;

	public SmtpProvider(SmtpProperties smtp, MailProperties mail, InstantSource clock) {
		this.clock = clock;
		this.connections = new SmtpConnections(smtp, mail.domain(), clock);
		this.messages = new EmailMessages(this.connections.session(), mail, clock);
	}

	@Override
	public String name() {
		return "smtp";
	}

	@Override
	public Channel channel() {
		return Channel.EMAIL;
	}

	@Override
	public SendResult send(OutgoingMessage message) {
		if (!(message.content() instanceof EmailContent content)) {
			throw new IllegalArgumentException("Not a mail: " + message);
		}
		MimeMessage mail;
		try {
			mail = this.messages.compose(message, content);
		}
		catch (AddressException ex) {
			return new SendResult.Rejected(Reason.of("invalid-address"));
		}
		catch (MessagingException ex) {
			log.error("{} cannot be composed: {}", message, ex.getClass().getName());
			return new SendResult.Rejected(Reason.of("invalid-content"));
		}
		return handOver(mail, this.messages.messageId(message.noticeId()));
	}

	private SendResult handOver(MimeMessage message, String messageId) {
		try {
			SmtpConnection connection = this.connections.borrow();
			SendResult outcome = on(connection, message, messageId);
			if (outcome instanceof SendResult.Deferred && connection.stage() == Stage.MAIL && !connection.isFresh()
					&& isGone(connection.reply())) {
				return on(this.connections.open(), message, messageId);
			}
			return outcome;
		}
		catch (SmtpConnectException ex) {
			return unconnected(ex);
		}
		catch (MessagingException ex) {
			return new SendResult.Deferred(Reason.of("connection-failed"), Origin.CONNECTION);
		}
	}

	private SendResult on(SmtpConnection connection, MimeMessage message, String messageId) {
		try {
			connection.send(message, this.clock.instant());
			this.connections.giveBack(connection);
			return new SendResult.Accepted(List.of(messageId));
		}
		catch (MessagingException ex) {
			SmtpReply reply = connection.reply();
			if (reply.isThere() && reply.code() != 421) {
				this.connections.giveBack(connection);
			}
			else {
				SmtpConnections.closeQuietly(connection);
			}
			return SmtpSendResults.of(connection.stage(), reply, messageId);
		}
		catch (RuntimeException ex) {
			SmtpConnections.closeQuietly(connection);
			throw ex;
		}
	}

	private static boolean isGone(SmtpReply reply) {
		return !reply.isThere() || reply.code() == 421;
	}

	private static SendResult unconnected(SmtpConnectException ex) {
		String code = "connection-failed";
		if (ex.getCause() instanceof AuthenticationFailedException) {
			code = "authentication-failed";
		}
		else if (ex.reply().isThere() && !ex.reply().isPositive()) {
			code = "connection-refused";
		}
		boolean said = ex.reply().isThere() && !ex.reply().isPositive();
		return new SendResult.Deferred(new Reason(code, said ? ex.reply().toString() : null), Origin.CONNECTION);
	}

	/** Ends the idle connections; those in use end when they are given back. */
	@Override
	public void close() {
		this.connections.close();
	}

}
