package org.sharaka.local.sandbox.email;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.Address;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import org.jspecify.annotations.Nullable;

import org.sharaka.local.sandbox.message.Channel;
import org.sharaka.local.sandbox.message.Message.Attachment;
import org.sharaka.local.sandbox.message.Message.Email;
import org.sharaka.local.sandbox.message.Message;
import org.sharaka.local.sandbox.message.TextAnalysis;

/**
 * Parses one MIME message. The first plain text part and the first HTML part are the
 * body; every other part is an attachment. An invalid message becomes an email whose text
 * says what is wrong.
 */
final class MimeParser {

	private static final Session SESSION = Session.getInstance(new Properties());

	private static final Pattern HTML_LANG = Pattern.compile("<html[^>]*\\blang=[\"']?([A-Za-z]{2})",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern HTML_MARKUP = Pattern.compile("(?s)<(style|script|head)\\b.*?</\\1>|<[^>]+>");

	private final InputStream mime;

	private final List<Attachment> attachments = new ArrayList<>();

	private @Nullable String text;

	private @Nullable String html;

	MimeParser(InputStream mime) {
		this.mime = mime;
	}

	Message email(String id, String sender, String recipient, Instant receivedAt) throws IOException {
		try {
			MimeMessage message = new MimeMessage(SESSION, this.mime);
			read(message);
			Map<String, String> headers = headers(message);
			String subject = Objects.requireNonNullElse(message.getSubject(), "");
			String readable = (this.text != null) ? this.text : withoutTags(Objects.requireNonNullElse(this.html, ""));
			return new Email(id, Channel.EMAIL, from(message, sender), recipient, receivedAt,
					language(message, subject + readable), subject, readable, this.html, message.getMessageID(),
					headers, List.copyOf(this.attachments));
		}
		catch (MessagingException ex) {
			return new Email(id, Channel.EMAIL, sender, recipient, receivedAt, "en", "",
					"This email is not valid MIME: " + ex.getMessage(), null, null, Map.of(), List.of());
		}
	}

	private void read(Part part) throws MessagingException, IOException {
		ContentType type = contentType(part);
		boolean body = part.getFileName() == null && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
		if (type.match("multipart/*") && part.getContent() instanceof Multipart multipart) {
			for (int i = 0; i < multipart.getCount(); i++) {
				read(multipart.getBodyPart(i));
			}
		}
		else if (body && type.match("text/plain") && this.text == null) {
			this.text = decoded(part, type);
		}
		else if (body && type.match("text/html") && this.html == null) {
			this.html = decoded(part, type);
		}
		else {
			boolean readable = type.match("text/*") || type.match("application/ics") || type.match("application/json");
			this.attachments
				.add(new Attachment(part.getFileName(), type.toString(), readable ? decoded(part, type) : null));
		}
	}

	private static ContentType contentType(Part part) throws MessagingException {
		try {
			return new ContentType(part.getContentType());
		}
		catch (MessagingException ex) {
			return new ContentType("text/plain");
		}
	}

	private static String decoded(Part part, ContentType type) throws MessagingException, IOException {
		try (InputStream in = part.getInputStream()) {
			return new String(in.readAllBytes(), charset(type)).replace("\r\n", "\n");
		}
	}

	private static Charset charset(ContentType type) {
		String name = type.getParameter("charset");
		try {
			return (name != null) ? Charset.forName(MimeUtility.javaCharset(name)) : StandardCharsets.UTF_8;
		}
		catch (IllegalCharsetNameException | UnsupportedCharsetException ex) {
			return StandardCharsets.UTF_8;
		}
	}

	private static String from(MimeMessage message, String sender) throws MessagingException {
		Address[] from = message.getFrom();
		return (from != null && from.length > 0 && from[0] instanceof InternetAddress address) ? address.getAddress()
				: sender;
	}

	private String language(MimeMessage message, String readable) throws MessagingException {
		String[] stated = message.getContentLanguage();
		if (stated != null && stated.length > 0 && stated[0].length() >= 2) {
			return stated[0].substring(0, 2).toLowerCase(Locale.ROOT);
		}
		Matcher lang = HTML_LANG.matcher(Objects.requireNonNullElse(this.html, ""));
		return lang.find() ? lang.group(1).toLowerCase(Locale.ROOT) : TextAnalysis.languageOf(readable);
	}

	private static Map<String, String> headers(MimeMessage message) throws MessagingException, IOException {
		Map<String, String> headers = new LinkedHashMap<>();
		for (Header header : Collections.list(message.getAllHeaders())) {
			String value = MimeUtility.decodeText(MimeUtility.unfold(header.getValue()));
			headers.merge(header.getName(), value, (first, second) -> first + "\n" + second);
		}
		return headers;
	}

	private static String withoutTags(String html) {
		return HTML_MARKUP.matcher(html)
			.replaceAll(" ")
			.replace("&nbsp;", " ")
			.replace("&lt;", "<")
			.replace("&gt;", ">")
			.replace("&quot;", "\"")
			.replace("&amp;", "&")
			.replaceAll("[ \\t]+", " ")
			.strip();
	}

}
