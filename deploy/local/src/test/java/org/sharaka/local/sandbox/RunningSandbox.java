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

/** A sandbox on ports of its own, and real clients for each of its three faces. */
final class RunningSandbox implements AutoCloseable {

	static final int CLIENT_TIMEOUT_MS = 1_500;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newHttpClient();

	private final Sandbox sandbox;

	private final List<SMPPSession> sessions = new ArrayList<>();

	RunningSandbox() {
		this(Optional.empty(), Optional.empty());
	}

	RunningSandbox(Optional<Login> smtp, Optional<Login> smpp) {
		try {
			this.sandbox = new Sandbox(new SandboxSettings("127.0.0.1", 0, 0, 0, smtp, smpp, 1_000, 10_000_000),
					Clock.systemUTC());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What a test does to a mail before it goes. */
	interface Composing {

		void compose(MimeMessage message) throws MessagingException;

	}

	void mail(String to, Composing composing) throws MessagingException {
		MimeMessage message = new KeepsMessageId(mailSession());
		message.setFrom(new InternetAddress("notices@ministry.test"));
		message.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(to));
		composing.compose(message);
		Transport.send(message);
	}

	/** Jakarta Mail makes a new Message-ID when it sends, unless told not to. */
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

	/** Closed with the sandbox, as all sessions are. */
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
			throw new AssertionError(method + " " + path + " was not answered", ex);
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

	/** The one message that this address has got, as soon as it is there. */
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
