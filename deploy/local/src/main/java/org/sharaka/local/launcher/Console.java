package org.sharaka.local.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Says what happens, a line at a time. */
public final class Console {

	private final PrintStream out;

	public Console(PrintStream out) {
		this.out = out;
	}

	public void say(String format, Object... arguments) {
		this.out.println((arguments.length == 0) ? format : String.format(Locale.ROOT, format, arguments));
		this.out.flush();
	}

	public void blank() {
		say("");
	}

	/** Seconds with one decimal. */
	public static String seconds(Duration duration) {
		return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
	}

}
