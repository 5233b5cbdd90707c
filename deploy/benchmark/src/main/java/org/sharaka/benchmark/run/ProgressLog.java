package org.sharaka.benchmark.run;

import java.io.PrintStream;
import java.util.Locale;

/** Prints progress, with the seconds since the start. */
public final class ProgressLog {

	private final PrintStream out;

	private final long begun = System.nanoTime();

	public ProgressLog(PrintStream out) {
		this.out = out;
	}

	public void log(String format, Object... arguments) {
		double seconds = (System.nanoTime() - this.begun) / 1e9;
		String line = (arguments.length == 0) ? format : String.format(Locale.ROOT, format, arguments);
		this.out.println(String.format(Locale.ROOT, "%6.1f s  ", seconds) + line);
	}

}
