package org.sharaka.notification.delivery.email;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import org.sharaka.notification.delivery.CalendarPart;
import org.sharaka.notification.delivery.EmailContent;
import org.sharaka.notification.delivery.OutgoingMessage;

/**
 * Composes mails: multipart/alternative of text and HTML. With a meeting, the calendar
 * object is a third alternative (RFC 6047: mail clients offer the answer buttons for it)
 * and also an attachment, for those that know only files; both carry the same bytes.
 * Thread-safe.
 */
final class EmailMessages {

	private static final String UTF_8 = StandardCharsets.UTF_8.name();

	private final Session session;

	private final MailProperties settings;

	private final InstantSource clock;

	EmailMessages(Session session, MailProperties settings, InstantSource clock) {
		this.session = session;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * {@code <noticeId@domain>}: the same for every attempt, so that a mailbox can drop a
	 * second copy.
	 */
	String messageId(String noticeId) {
		return "<" + noticeId + "@" + this.settings.domain() + ">";
	}

	/**
	 * @throws AddressException if {@code to} is not an address
	 */
	MimeMessage compose(OutgoingMessage outgoing, EmailContent content) throws MessagingException {
		MimeMessage message = new MessageWithId(this.session, messageId(outgoing.noticeId()));
		message.setRecipient(Message.RecipientType.TO, new InternetAddress(outgoing.to(), true));
		message.setFrom(sender());
		// a line break would begin another header
		message.setSubject(content.subject().replaceAll("[\\r\\n]+", " "), UTF_8);
		message.setSentDate(Date.from(this.clock.instant()));
		message.setHeader("Content-Language", outgoing.language().tag());
		// RFC 3834: vacation responders keep quiet
		message.setHeader("Auto-Submitted", "auto-generated");
		message.setContent(body(content));
		message.saveChanges();
		return message;
	}

	private InternetAddress sender() throws MessagingException {
		try {
			return new InternetAddress(this.settings.from(), this.settings.fromName(), UTF_8);
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new MessagingException("UTF-8 is always there", ex);
		}
	}

	private static Multipart body(EmailContent content) throws MessagingException {
		MimeMultipart alternative = new MimeMultipart("alternative");
		alternative.addBodyPart(text(content.text(), "plain"));
		alternative.addBodyPart(text(content.html(), "html"));
		CalendarPart calendar = content.calendar();
		if (calendar == null) {
			return alternative;
		}
		MimeBodyPart inline = new MimeBodyPart();
		inline.setDataHandler(bytes(calendar, "text/calendar; charset=UTF-8; method=" + calendar.method()));
		alternative.addBodyPart(inline);
		MimeBodyPart wrapped = new MimeBodyPart();
		wrapped.setContent(alternative);
		MimeBodyPart file = new MimeBodyPart();
		String name = (calendar.method() == CalendarPart.Method.CANCEL) ? "cancel.ics" : "invite.ics";
		file.setDataHandler(bytes(calendar, "application/ics; name=" + name));
		file.setFileName(name);
		return new MimeMultipart(wrapped, file);
	}

	private static MimeBodyPart text(String text, String subtype) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		// the canonical line end of MIME text (RFC 2046 §4.1.1); base64 would carry any
		// other as it is
		part.setText(text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n"), UTF_8, subtype);
		if (!text.chars().allMatch((c) -> c < 128)) {
			// quoted-printable, which mixed text would get, makes three octets of each of
			// Arabic's two
			part.setHeader("Content-Transfer-Encoding", "base64");
		}
		return part;
	}

	private static DataHandler bytes(CalendarPart calendar, String type) {
		return new DataHandler(new ByteArrayDataSource(calendar.text().getBytes(StandardCharsets.UTF_8), type));
	}

	/**
	 * Keeps its Message-ID when it is saved; Jakarta Mail would make a new one each time.
	 */
	private static final class MessageWithId extends MimeMessage {

		private final String id;

		MessageWithId(Session session, String id) {
			super(session);
			this.id = id;
		}

		@Override
		protected void updateMessageID() throws MessagingException {
			setHeader("Message-ID", this.id);
		}

	}

}
