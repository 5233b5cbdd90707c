package org.sharaka.local.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.sharaka.local.sandbox.settings.Credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SmtpServerTest {

	private static final String SUBJECT = "دعوة إلى لقاء معالي الوزير بالجمعية الوطنية الخيرية للوقاية من المخدرات «وقاية»";

	private static final String TEXT = "السلام عليكم ورحمة الله وبركاته،\n.نقطة في أول السطر\n🕌 الرياض، ١٤٤٨هـ\n";

	private static final String CALENDAR = "BEGIN:VCALENDAR\nMETHOD:REQUEST\nSUMMARY:لقاء\nEND:VCALENDAR\n";

	@AutoClose
	private final SandboxFixture sandbox = new SandboxFixture();

	@Test
	void showsEveryPartUnchanged() throws Exception {
		this.sandbox.mail("chair@waie.test", this::composeInvitation);

		JsonNode email = this.sandbox.onlyMessageTo("chair@waie.test");
		assertThat(email.get("channel").asString()).isEqualTo("EMAIL");
		assertThat(email.get("from").asString()).isEqualTo("notices@ministry.test");
		assertThat(email.get("subject").asString()).isEqualTo(SUBJECT);
		assertThat(email.get("text").asString()).isEqualTo(TEXT);
		assertThat(email.get("html").asString()).contains("dir=\"rtl\"").contains("«وقاية»");
		assertThat(email.get("language").asString()).isEqualTo("ar");
		assertThat(email.get("messageId").asString()).isEqualTo("<notice-1@sharaka.test>");
		assertThat(email.get("headers").get("List-Unsubscribe-Post").asString())
			.isEqualTo("List-Unsubscribe=One-Click");
		JsonNode attachment = email.get("attachments").get(0);
		assertThat(email.get("attachments")).hasSize(1);
		assertThat(attachment.get("contentType").asString()).contains("text/calendar").contains("method=REQUEST");
		assertThat(attachment.get("text").asString()).isEqualTo(CALENDAR);
		assertThat(email.get("id").asString()).isNotBlank();
		assertThat(email.get("receivedAt").asString()).endsWith("Z");
	}

	private void composeInvitation(MimeMessage message) throws jakarta.mail.MessagingException {
		MimeBodyPart text = new MimeBodyPart();
		text.setText(TEXT, "UTF-8");
		MimeBodyPart html = new MimeBodyPart();
		html.setText("<html lang=\"ar\" dir=\"rtl\"><body><p>«وقاية»</p></body></html>", "UTF-8", "html");
		MimeBodyPart calendar = new MimeBodyPart();
		calendar.setDataHandler(new jakarta.activation.DataHandler(new jakarta.mail.util.ByteArrayDataSource(
				CALENDAR.getBytes(StandardCharsets.UTF_8), "text/calendar; method=REQUEST; charset=UTF-8")));
		message.setContent(new MimeMultipart("alternative", text, html, calendar));
		message.setSubject(SUBJECT, "UTF-8");
		message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
		message.setHeader("Message-ID", "<notice-1@sharaka.test>");
	}

	@Test
	void storesOneMessagePerRecipient() throws Exception {
		MimeMessage message = new MimeMessage(this.sandbox.mailSession());
		message.setText("Good morning", "UTF-8");
		Transport.send(message, InternetAddress.parse("a@charity.test,b@charity.test"));

		assertThat(this.sandbox.messagesTo("a@charity.test")).hasSize(1);
		assertThat(this.sandbox.messagesTo("B@charity.test")).hasSize(1);
		assertThat(this.sandbox.messagesTo("a@charity.test").get(0).get("language").asString()).isEqualTo("en");
	}

	@Test
	void requiresTheConfiguredCredentials() throws Exception {
		try (SandboxFixture strict = new SandboxFixture(Optional.of(new Credentials("suite", "secret")),
				Optional.empty()); Transport transport = strict.mailSession().getTransport("smtp")) {
			assertThatThrownBy(() -> transport.connect("127.0.0.1", strict.smtpPort(), "suite", "wrong"))
				.isInstanceOf(AuthenticationFailedException.class);
			transport.connect("127.0.0.1", strict.smtpPort(), "suite", "secret");
			assertThat(transport.isConnected()).isTrue();
		}
	}

}
