package org.sharaka.local.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A log's last lines, for a person who wants to know why a process ended. */
public final class LogTail {

	private static final int LINES = 20;

	private static final int MOST_BYTES = 16 * 1024;

	private LogTail() {
	}

	/** "its last lines", where the whole log is, and the lines, indented. */
	public static String of(Path log) {
		try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
			long start = Math.max(0, file.length() - MOST_BYTES);
			file.seek(start);
			byte[] end = new byte[(int) (file.length() - start)];
			file.readFully(end);
			List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
			if (lines.isEmpty()) {
				return "it wrote nothing to %s".formatted(log);
			}
			List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
			return "its last lines (all of them are in %s):%n    %s".formatted(log,
					String.join(System.lineSeparator() + "    ", last));
		}
		catch (IOException ex) {
			return "its log %s cannot be read: %s".formatted(log, ex.getMessage());
		}
	}

}
