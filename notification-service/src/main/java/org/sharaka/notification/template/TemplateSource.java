package org.sharaka.notification.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * One template file: a head with the lines {@code subject:} and {@code sms:}, a line
 * {@code ---}, and the mail's body in paragraphs.
 */
record TemplateSource(String subject, String sms, String body) {

	static TemplateSource parse(String name, String file) {
		String subject = null;
		String sms = null;
		int at = 0;
		while (at < file.length()) {
			int end = file.indexOf('\n', at);
			String line = file.substring(at, (end < 0) ? file.length() : end);
			at = (end < 0) ? file.length() : end + 1;
			if (line.equals("---")) {
				if (subject == null || sms == null) {
					break;
				}
				return new TemplateSource(subject, sms, file.substring(at));
			}
			if (line.startsWith("subject: ")) {
				subject = line.substring("subject: ".length());
			}
			else if (line.startsWith("sms: ")) {
				sms = line.substring("sms: ".length());
			}
			else {
				throw new IllegalArgumentException("Template " + name + ": unexpected line in its head: " + line);
			}
		}
		throw new IllegalArgumentException("Template " + name + " needs the lines subject:, sms: and ---");
	}

	/**
	 * @throws IllegalArgumentException if there is no such file
	 */
	static String read(String name) {
		try (InputStream in = TemplateSource.class.getResourceAsStream("/templates/" + name + ".mustache")) {
			if (in == null) {
				throw new IllegalArgumentException("No template " + name);
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
