package org.sharaka.local.launcher.process;

import java.util.ArrayList;
import java.util.List;

/**
 * Wraps commands so that the process ignores Ctrl-C (SIGINT) and a closing terminal
 * (SIGHUP). A terminal sends these signals to every process of its foreground group; the
 * launcher alone must react, so that it can stop its processes in order. A JVM keeps
 * ignoring a signal that was ignored when it started.
 */
public final class IgnoreInterrupt {

	private static final List<String> SHELL = List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

	private IgnoreInterrupt() {
	}

	/** Returns a command that replaces the wrapping shell, so the process id stays. */
	public static List<String> command(List<String> command) {
		List<String> wrapped = new ArrayList<>(SHELL);
		wrapped.addAll(command);
		return wrapped;
	}

}
