package org.sharaka.notification.delivery.email;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;

import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.text.Language;
import org.sharaka.notification.delivery.EmailContent;
import org.sharaka.notification.delivery.OutgoingMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmailMessagesTest {

	private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

	private final Session session = Session.getInstance(new Properties());

	private final EmailMessages messages = new EmailMessages(this.session, MailFixtures.from(),
			InstantSource.fixed(NOW));

	@Test
	void carriesArabicToTheCharacter() throws Exception {
		MimeMessage read = sent(MailFixtures.plain());
		assertThat(read.getSubject()).isEqualTo(MailFixtures.SUBJECT);
		assertThat(((InternetAddress) read.getFrom()[0]).getPersonal()).isEqualTo("منصة شراكة");
		MimeMultipart alternative = (MimeMultipart) read.getContent();
		assertThat(alternative.getContentType()).startsWith("multipart/alternative");
		assertThat(alternative.getCount()).isEqualTo(2);
		assertThat(utf8(alternative, 0)).isEqualTo(MailFixtures.TEXT.replace("\n", "\r\n"));
		assertThat(utf8(alternative, 1)).isEqualTo(MailFixtures.HTML);
	}

	@Test
	void isAsciiOnTheWireWithShortHeaderLines() throws Exception {
		String wire = wire(MailFixtures.invitation());
		assertThat(wire.chars()).allMatch((c) -> c < 128);
		assertThat(wire.lines()).allMatch((line) -> line.length() <= 78);
	}

	@Test
	void keepsItsIdAndSaysWhatItIs() throws Exception {
		MimeMessage read = sent(MailFixtures.plain());
		assertThat(read.getMessageID()).isEqualTo("<" + MailFixtures.NOTICE + "@sharaka.test>");
		assertThat(read.getSentDate()).isEqualTo(Date.from(NOW));
		assertThat(read.getHeader("Content-Language", null)).isEqualTo("ar");
		assertThat(read.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
		read.saveChanges();
		MimeMessage again = this.messages.compose(MailFixtures.plain(), (EmailContent) MailFixtures.plain().content());
		again.saveChanges();
		assertThat(again.getMessageID()).isEqualTo("<" + MailFixtures.NOTICE + "@sharaka.test>");
	}

	@Test
	void putsTheMeetingWhereCalendarsLook() throws Exception {
		MimeMultipart mixed = (MimeMultipart) sent(MailFixtures.invitation()).getContent();
		assertThat(mixed.getContentType()).startsWith("multipart/mixed");
		MimeMultipart alternative = (MimeMultipart) mixed.getBodyPart(0).getContent();
		assertThat(alternative.getCount()).isEqualTo(3);
		assertThat(alternative.getBodyPart(2).getContentType()).startsWith("text/calendar")
			.contains("method=REQUEST", "charset=UTF-8");
		assertThat(utf8(alternative, 2)).isEqualTo(MailFixtures.ICS);
		MimeBodyPart file = (MimeBodyPart) mixed.getBodyPart(1);
		assertThat(file.getFileName()).isEqualTo("invite.ics");
		assertThat(file.getDisposition()).isEqualTo("attachment");
		assertThat(utf8(mixed, 1)).isEqualTo(MailFixtures.ICS);
	}

	@Test
	void refusesWhatIsNoAddressAndLetsNobodyAddAHeader() throws Exception {
		EmailContent content = new EmailContent("a\r\nBcc: other@charity.test", "t", "h");
		assertThat(wire(MailFixtures.message(content))).contains("Subject: a Bcc:").doesNotContain("\nBcc:");
		for (String to : new String[] { "nobody", "a@b.test, c@d.test", "a@b.test\r\nBcc: c@d.test", "" }) {
			assertThatExceptionOfType(AddressException.class).as(to)
				.isThrownBy(() -> this.messages.compose(new OutgoingMessage("n", to, Language.AR, content), content));
		}
	}

	private MimeMessage sent(OutgoingMessage message) throws Exception {
		return new MimeMessage(this.session,
				new ByteArrayInputStream(wire(message).getBytes(StandardCharsets.ISO_8859_1)));
	}

	private String wire(OutgoingMessage message) throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.messages.compose(message, (EmailContent) message.content()).writeTo(out);
		return out.toString(StandardCharsets.ISO_8859_1);
	}

	private static String utf8(MimeMultipart parts, int index) throws Exception {
		try (InputStream in = parts.getBodyPart(index).getInputStream()) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
