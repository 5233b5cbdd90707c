package org.sharaka.notification.delivery.email;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharaka.chassis.text.Language;
import org.sharaka.notification.delivery.EmailContent;
import org.sharaka.notification.delivery.OutgoingMessage;
import org.sharaka.notification.delivery.Reason;
import org.sharaka.notification.delivery.SendResult;
import org.sharaka.notification.delivery.SendResult.Accepted;
import org.sharaka.notification.delivery.SendResult.Deferred;
import org.sharaka.notification.delivery.SendResult.Origin;
import org.sharaka.notification.delivery.SendResult.Rejected;
import org.sharaka.notification.delivery.SendResult.Unknown;

import static org.assertj.core.api.Assertions.assertThat;

class SmtpProviderFailuresIT {

	private final AtomicReference<ScriptedSmtpServer> server = new AtomicReference<>();

	private final AtomicReference<SmtpProvider> provider = new AtomicReference<>();

	@AfterEach
	void stop() throws IOException {
		this.provider.get().close();
		if (this.server.get() != null) {
			this.server.get().close();
		}
	}

	private SendResult sendTo(ScriptedSmtpServer.Script script) throws IOException {
		this.server.set(new ScriptedSmtpServer(script));
		this.provider.set(provider(this.server.get().port()));
		return this.provider.get().send(MailFixtures.plain());
	}

	private static SmtpProvider provider(int port) {
		return new SmtpProvider(MailFixtures.settings(port), MailFixtures.from(), InstantSource.system());
	}

	private static ScriptedSmtpServer.Script answering(String verb, String answer) {
		return new ScriptedSmtpServer.Script() {
			@Override
			public String answer(int connection, String command) {
				return command.startsWith(verb) ? answer : polite(command);
			}
		};
	}

	@ParameterizedTest
	@CsvSource({ "MAIL, 451 4.3.0 busy, sender-deferred, 451 4.3.0, PROVIDER",
			"RCPT, 450 4.2.1 m@charity.test busy, recipient-deferred, 450 4.2.1, RECIPIENT",
			"RCPT, 451 greylisted, recipient-deferred, 451, RECIPIENT",
			"RCPT, 452 4.3.1 disk full, recipient-deferred, 452 4.3.1, PROVIDER",
			"MAIL, 421 4.7.0 too fast, sender-deferred, 421 4.7.0, THROTTLE",
			"DATA, 451 later, message-deferred, 451, PROVIDER",
			"., 451 4.3.0 later, message-deferred, 451 4.3.0, PROVIDER",
			"., 452 4.3.1 full<drop>, message-deferred, 452 4.3.1, PROVIDER" })
	void defersWhatTheServerDefers(String verb, String answer, String code, String reply, Origin origin)
			throws IOException {
		assertThat(sendTo(answering(verb, answer))).isEqualTo(new Deferred(new Reason(code, reply), origin));
	}

	@ParameterizedTest
	@CsvSource({ "MAIL, 550 5.7.1 no, sender-refused, 550 5.7.1", "RCPT, 550 5.1.1 who, recipient-refused, 550 5.1.1",
			"RCPT, 552 5.2.2 full, recipient-refused, 552 5.2.2", "DATA, 554 no, message-refused, 554",
			"., 554 5.7.1 spam, message-refused, 554 5.7.1", "., 554 5.7.1 spam<drop>, message-refused, 554 5.7.1" })
	void rejectsWhatTheServerRefuses(String verb, String answer, String code, String reply) throws IOException {
		assertThat(sendTo(answering(verb, answer))).isEqualTo(new Rejected(new Reason(code, reply)));
	}

	@ParameterizedTest
	@CsvSource({ "EHLO", "MAIL", "RCPT", "DATA" })
	void defersWhenTheConnectionEndsBeforeTheMessage(String verb) throws IOException {
		assertThat(sendTo(answering(verb, ScriptedSmtpServer.DROP))).isInstanceOfSatisfying(Deferred.class,
				(deferred) -> assertThat(deferred.origin()).isEqualTo(Origin.CONNECTION));
	}

	@Test
	void doesNotKnowWhenTheConnectionEndsAfterTheMessage() throws IOException {
		assertThat(sendTo(answering(".", ScriptedSmtpServer.DROP))).isEqualTo(new Unknown(Reason.of("no-reply")));
	}

	@Test
	void doesNotKnowWhenNoReplyComesAfterTheMessage() throws IOException {
		assertThat(sendTo(answering(".", ScriptedSmtpServer.HANG))).isEqualTo(new Unknown(Reason.of("no-reply")));
		assertThat(this.server.get().connections()).isEqualTo(1);
	}

	@Test
	void believesAnyPositiveReplyAfterTheMessage() throws IOException {
		assertThat(sendTo(answering(".", "252 taken"))).isInstanceOf(Accepted.class);
	}

	@Test
	void defersWhenTheServerHangsBeforeTheMessage() throws IOException {
		assertThat(sendTo(answering("GREETING", ScriptedSmtpServer.HANG)))
			.isEqualTo(new Deferred(Reason.of("connection-failed"), Origin.CONNECTION));
	}

	@Test
	void defersWhenTheServerRefusesToTalk() throws IOException {
		assertThat(sendTo(answering("GREETING", "554 5.3.2 no service")))
			.isEqualTo(new Deferred(new Reason("connection-refused", "554 5.3.2"), Origin.CONNECTION));
	}

	@Test
	void defersWhenNobodyListens() throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = socket.getLocalPort();
		}
		this.provider.set(provider(port));
		assertThat(this.provider.get().send(MailFixtures.plain()))
			.isEqualTo(new Deferred(Reason.of("connection-failed"), Origin.CONNECTION));
	}

	@Test
	void replacesAKeptConnectionThatHasDied() throws IOException {
		ScriptedSmtpServer.Script script = new ScriptedSmtpServer.Script() {
			private boolean sent;

			@Override
			public String answer(int connection, String command) {
				if (connection == 1 && command.startsWith("MAIL") && this.sent) {
					return ScriptedSmtpServer.DROP;
				}
				this.sent |= command.equals(".");
				return polite(command);
			}
		};
		assertThat(sendTo(script)).isInstanceOf(Accepted.class);
		assertThat(this.provider.get().send(MailFixtures.plain())).isInstanceOf(Accepted.class);
		assertThat(this.server.get().connections()).isEqualTo(2);
	}

	@Test
	void keepsTheConnectionAfterARefusedRecipient() throws IOException {
		ScriptedSmtpServer.Script script = new ScriptedSmtpServer.Script() {
			@Override
			public String answer(int connection, String command) {
				return command.contains("member@") ? "550 5.1.1 who" : polite(command);
			}
		};
		assertThat(sendTo(script)).isInstanceOf(Rejected.class);
		OutgoingMessage other = new OutgoingMessage("n2", "other@charity.test", Language.EN,
				new EmailContent("s", "t", "h"));
		assertThat(this.provider.get().send(other)).isInstanceOf(Accepted.class);
		assertThat(this.server.get().connections()).isEqualTo(1);
	}

	@Test
	void refusesAServerWithoutTheTlsThatIsRequired() throws IOException {
		this.server.set(new ScriptedSmtpServer(answering("none", "")));
		this.provider.set(new SmtpProvider(
				new SmtpProperties("localhost", this.server.get().port(), "", "", true, Duration.ofSeconds(2),
						Duration.ofMillis(500), 4, 100, Duration.ofSeconds(20), Duration.ofSeconds(2)),
				MailFixtures.from(), InstantSource.system()));
		assertThat(this.provider.get().send(MailFixtures.plain())).isInstanceOf(Deferred.class);
		assertThat(this.server.get().commands()).noneMatch((command) -> command.startsWith("MAIL"));
	}

	@Test
	void saysQuitWhenItCloses() throws IOException {
		sendTo(answering("none", ""));
		this.provider.get().close();
		assertThat(this.server.get().commands()).endsWith("QUIT");
	}

}
