package org.sharaka.notification.delivery.email;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.text.Language;
import org.sharaka.notification.delivery.EmailContent;
import org.sharaka.notification.delivery.OutgoingMessage;
import org.sharaka.notification.delivery.SendResult;
import org.subethamail.smtp.server.SMTPServer;

import static org.assertj.core.api.Assertions.assertThat;

class SmtpProviderIT {

	private final List<byte[]> received = new CopyOnWriteArrayList<>();

	private final Set<String> sessions = ConcurrentHashMap.newKeySet();

	private final SMTPServer server = start();

	private final SmtpProvider provider = new SmtpProvider(MailFixtures.settings(this.server.getPortAllocated()),
			MailFixtures.from(), InstantSource.system());

	private SMTPServer start() {
		SMTPServer started = new SMTPServer.Builder().bindAddress(InetAddress.getLoopbackAddress())
			.port(0)
			.messageHandler((context, from, to, data) -> {
				this.sessions.add(String.valueOf(context.getRemoteAddress()));
				this.received.add(data);
			})
			.build();
		started.start();
		return started;
	}

	@AfterEach
	void stop() {
		this.provider.close();
		this.server.stop();
	}

	@Test
	void arrivesIntactToTheCharacter() throws Exception {
		assertThat(this.provider.send(MailFixtures.invitation()))
			.isEqualTo(new SendResult.Accepted(List.of("<" + MailFixtures.NOTICE + "@sharaka.test>")));
		MimeMessage message = new MimeMessage(Session.getInstance(new Properties()),
				new ByteArrayInputStream(this.received.getFirst()));
		assertThat(message.getSubject()).isEqualTo(MailFixtures.SUBJECT);
		MimeMultipart alternative = (MimeMultipart) ((MimeMultipart) message.getContent()).getBodyPart(0).getContent();
		byte[] text = alternative.getBodyPart(0).getInputStream().readAllBytes();
		assertThat(new String(text, StandardCharsets.UTF_8)).isEqualTo(MailFixtures.TEXT.replace("\n", "\r\n"));
	}

	@Test
	void sendsManyMessagesOnFewConnections() throws Exception {
		try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
			for (int i = 0; i < 200; i++) {
				OutgoingMessage message = new OutgoingMessage("n" + i, "m" + i + "@charity.test", Language.AR,
						new EmailContent("س" + i, "نص", "<p>نص</p>"));
				workers.submit(() -> assertThat(this.provider.send(message)).isInstanceOf(SendResult.Accepted.class));
			}
		}
		assertThat(this.received).hasSize(200);
		assertThat(this.sessions).hasSizeLessThanOrEqualTo(8);
	}

}
