package org.sharaka.local.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.awaitility.Awaitility;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.sharaka.local.sandbox.fault.Fault;
import org.sharaka.local.sandbox.message.Channel;
import org.sharaka.local.sandbox.settings.Credentials;
import org.sharaka.local.sandbox.settings.SandboxSettings;

/** A sandbox on free ports, with real clients for SMTP, SMPP and HTTP. */
final class SandboxFixture implements AutoCloseable {

	static final int CLIENT_TIMEOUT_MS = 1_500;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newHttpClient();

	private final Sandbox sandbox;

	private final List<SMPPSession> sessions = new ArrayList<>();

	SandboxFixture() {
		this(Optional.empty(), Optional.empty());
	}

	SandboxFixture(Optional<Credentials> smtp, Optional<Credentials> smpp) {
		try {
			this.sandbox = new Sandbox(new SandboxSettings("127.0.0.1", 0, 0, 0, smtp, smpp, 1_000, 10_000_000),
					Clock.systemUTC());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Fills in a message before it is sent. */
	interface MessageComposer {

		void compose(MimeMessage message) throws MessagingException;

	}

	void mail(String to, MessageComposer composer) throws MessagingException {
		MimeMessage message = new KeepsMessageId(mailSession());
		message.setFrom(new InternetAddress("notices@ministry.test"));
		message.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(to));
		composer.compose(message);
		Transport.send(message);
	}

	/** A message that keeps the given Message-ID; Jakarta Mail would replace it. */
	private static final class KeepsMessageId extends MimeMessage {

		private KeepsMessageId(Session session) {
			super(session);
		}

		@Override
		protected void updateMessageID() throws MessagingException {
			if (getMessageID() == null) {
				super.updateMessageID();
			}
		}

	}

	void mail(String to, String subject, String text) throws MessagingException {
		mail(to, message -> {
			message.setSubject(subject, "UTF-8");
			message.setText(text, "UTF-8");
		});
	}

	Session mailSession() {
		Properties properties = new Properties();
		properties.put("mail.smtp.host", "127.0.0.1");
		properties.put("mail.smtp.port", this.sandbox.smtpPort());
		properties.put("mail.smtp.connectiontimeout", CLIENT_TIMEOUT_MS);
		properties.put("mail.smtp.timeout", CLIENT_TIMEOUT_MS);
		return Session.getInstance(properties);
	}

	/** Binds a session, which is closed with the sandbox. */
	SMPPSession bind(BindType type) throws IOException {
		return bind(type, "system", "secret");
	}

	SMPPSession bind(BindType type, String system, String password) throws IOException {
		return bind(new SMPPSession(), type, system, password);
	}

	SMPPSession bind(SMPPSession session, BindType type, String system, String password) throws IOException {
		session.setTransactionTimer(CLIENT_TIMEOUT_MS);
		session.connectAndBind("127.0.0.1", this.sandbox.smppPort(), new BindParameter(type, system, password, "",
				TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, null));
		this.sessions.add(session);
		return session;
	}

	HttpResponse<String> call(String method, String path, String body) {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.sandbox.httpPort() + path))
			.method(method, HttpRequest.BodyPublishers.ofString(body))
			.build();
		try {
			return this.http.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new AssertionError(method + " " + path + " failed", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	JsonNode json(HttpResponse<String> answer) {
		return JSON.readTree(answer.body());
	}

	JsonNode messages(String query) {
		return json(call("GET", "/messages" + query, "")).get("items");
	}

	JsonNode messagesTo(String address) {
		return messages("?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
	}

	/** Waits for the one message to this address. */
	JsonNode onlyMessageTo(String address) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.until(() -> messagesTo(address), items -> items.size() == 1)
			.get(0);
	}

	void fault(Channel channel, Fault.Mode mode) {
		HttpResponse<String> answer = call("PUT", "/faults/" + channel, "{\"mode\":\"%s\"}".formatted(mode));
		if (answer.statusCode() != 200) {
			throw new AssertionError(answer.body());
		}
	}

	void endFault(Channel channel) {
		call("DELETE", "/faults/" + channel, "");
	}

	int smtpPort() {
		return this.sandbox.smtpPort();
	}

	int smppPort() {
		return this.sandbox.smppPort();
	}

	@Override
	public void close() {
		this.sessions.forEach(SMPPSession::close);
		this.sandbox.close();
	}

}
