package org.sharaka.local.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Prints progress to the terminal, one line at a time, and flushes each line. */
public final class Console {

	private final PrintStream out;

	public Console(PrintStream out) {
		this.out = out;
	}

	public void print(String format, Object... arguments) {
		this.out.println((arguments.length == 0) ? format : String.format(Locale.ROOT, format, arguments));
		this.out.flush();
	}

	public void printBlankLine() {
		print("");
	}

	/** Formats a duration in seconds with one decimal. */
	public static String seconds(Duration duration) {
		return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
	}

}
