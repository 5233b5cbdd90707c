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
 * What is in smtp-sink's file. Mails that came at the same time are woven into each other
 * there, in pieces of some 4,000 bytes; a mail's header, which is shorter, is in one
 * piece.
 *
 * @param mails that have a Message-ID
 * @param messageIds how many different ones
 * @param recipients how many different ones
 * @param bytes of all, with the few lines that smtp-sink adds to each
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
	 * The one mail in a file, as it was sent: without what smtp-sink puts before it.
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
