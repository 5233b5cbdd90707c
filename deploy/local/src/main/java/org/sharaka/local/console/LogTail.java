package org.sharaka.local.console;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log file, to show why a process ended. */
public final class LogTail {

	private static final int MAX_LINES = 20;

	private static final int MAX_BYTES = 16 * 1024;

	private LogTail() {
	}

	/**
	 * Describes the end of a log: where the whole log is, and its last lines, indented.
	 * The text continues a sentence, for example after "kafka ended with status 1; ".
	 */
	public static String of(Path log) {
		try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
			long start = Math.max(0, file.length() - MAX_BYTES);
			file.seek(start);
			byte[] end = new byte[(int) (file.length() - start)];
			file.readFully(end);
			List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
			if (lines.isEmpty()) {
				return "it wrote nothing to %s".formatted(log);
			}
			List<String> last = lines.subList(Math.max(0, lines.size() - MAX_LINES), lines.size());
			return "its last lines (all of them are in %s):%n    %s".formatted(log,
					String.join(System.lineSeparator() + "    ", last));
		}
		catch (IOException ex) {
			return "its log %s cannot be read: %s".formatted(log, ex.getMessage());
		}
	}

}
