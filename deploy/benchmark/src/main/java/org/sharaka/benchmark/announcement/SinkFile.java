package org.sharaka.benchmark.announcement;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The content of the file that smtp-sink writes. Emails that arrive concurrently are
 * interleaved in pieces of about 4,000 bytes; the header of an email is shorter, so it is
 * always in one piece.
 *
 * @param mails the number of emails with a Message-ID
 * @param messageIds the number of distinct Message-IDs
 * @param recipients the number of distinct recipients
 * @param bytes the size of the file, including the lines that smtp-sink adds
 */
record SinkFile(int mails, int messageIds, int recipients, long bytes) {

	private static final String MESSAGE_ID = "message-id:";

	private static final String RECIPIENT = "x-rcpt-args:";

	static SinkFile in(Path dump) throws IOException {
		Set<String> messageIds = new HashSet<>();
		Set<String> recipients = new HashSet<>();
		int mails = 0;
		try (BufferedReader lines = Files.newBufferedReader(dump, StandardCharsets.ISO_8859_1)) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (startsWith(line, MESSAGE_ID)) {
					mails++;
					messageIds.add(line.substring(MESSAGE_ID.length()).strip());
				}
				else if (startsWith(line, RECIPIENT)) {
					recipients.add(line.substring(RECIPIENT.length()).strip().toLowerCase(Locale.ROOT));
				}
			}
		}
		return new SinkFile(mails, messageIds.size(), recipients.size(), Files.size(dump));
	}

	private static boolean startsWith(String line, String name) {
		return line.regionMatches(true, 0, name, 0, name.length());
	}

	/**
	 * Returns the only email of a file as it was sent, without the lines that smtp-sink
	 * puts before it.
	 */
	static String only(Path dump) throws IOException {
		String all = Files.readString(dump, StandardCharsets.ISO_8859_1);
		int start = 0;
		boolean added = true;
		while (added) {
			int end = all.indexOf('\n', start) + 1;
			String line = all.substring(start, end);
			added = line.startsWith("X-Client-") || line.startsWith("X-Helo-") || line.startsWith("X-Mail-")
					|| line.startsWith("X-Rcpt-") || line.startsWith("Received: from ") || line.startsWith("\t");
			start = added ? end : start;
		}
		return all.substring(start).stripTrailing() + "\n";
	}

}
