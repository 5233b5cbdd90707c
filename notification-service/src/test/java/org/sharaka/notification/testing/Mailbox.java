package org.sharaka.notification.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A mail server that keeps what it takes, and refuses what the test tells it to.
 */
public final class Mailbox {

	/**
	 * A mail as it arrived.
	 *
	 * @param parts text of each part by its MIME type
	 */
	public record Mail(String to, String messageId, String subject, Map<String, String> parts) {

		public String part(String type) {
			return this.parts.entrySet()
				.stream()
				.filter((part) -> part.getKey().startsWith(type))
				.map(Map.Entry::getValue)
				.findFirst()
				.orElse("");
		}

	}

	private final List<Mail> mails = new CopyOnWriteArrayList<>();

	private final Map<String, Queue<String>> refusals = new ConcurrentHashMap<>();

	private SMTPServer server;

	public Mailbox() {
		this.server = start(0);
	}

	private SMTPServer start(int port) {
		SMTPServer started = new SMTPServer.Builder().bindAddress(InetAddress.getLoopbackAddress())
			.port(port)
			.messageHandler(this::take)
			.build();
		started.start();
		return started;
	}

	public int port() {
		return this.server.getPortAllocated();
	}

	/** The next mails to this address are answered so, one each: {@code 451 later}. */
	public void refuse(String to, String... replies) {
		this.refusals.computeIfAbsent(to, (address) -> new ConcurrentLinkedQueue<>()).addAll(List.of(replies));
	}

	/** Nobody listens any more. */
	public void close() {
		this.server.stop();
	}

	/** Listens again, on the same port. */
	public void reopen() {
		this.server = start(port());
	}

	private void take(MessageContext context, String from, String to, byte[] data) throws RejectException {
		String reply = this.refusals.getOrDefault(to, new ConcurrentLinkedQueue<>()).poll();
		if (reply != null) {
			throw new RejectException(Integer.parseInt(reply.substring(0, 3)), reply.substring(4));
		}
		try {
			MimeMessage message = new MimeMessage(Session.getInstance(new Properties()),
					new ByteArrayInputStream(data));
			Map<String, String> parts = new ConcurrentHashMap<>();
			collect(message.getContent(), parts);
			this.mails.add(new Mail(to, message.getMessageID(), message.getSubject(), parts));
		}
		catch (MessagingException | IOException ex) {
			throw new RejectException(554, ex.getMessage());
		}
	}

	private static void collect(Object content, Map<String, String> parts) throws MessagingException, IOException {
		if (content instanceof Multipart multipart) {
			for (int i = 0; i < multipart.getCount(); i++) {
				BodyPart part = multipart.getBodyPart(i);
				if (part.isMimeType("multipart/*")) {
					collect(part.getContent(), parts);
				}
				else {
					parts.putIfAbsent(part.getContentType(),
							new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
				}
			}
		}
	}

	/** All mails so far. */
	public List<Mail> mails() {
		return List.copyOf(this.mails);
	}

	/** Mails to one address. */
	public List<Mail> to(String address) {
		List<Mail> found = new ArrayList<>(this.mails);
		found.removeIf((mail) -> !mail.to().equals(address));
		return found;
	}

}
