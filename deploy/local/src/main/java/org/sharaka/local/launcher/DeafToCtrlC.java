package org.sharaka.local.launcher;

import java.util.ArrayList;
import java.util.List;

/**
 * Commands for processes that Ctrl-C does not end. It reaches a terminal's whole
 * foreground group; the program that started the others alone answers it, and stops them
 * in order. A JVM leaves a signal alone that was ignored when it started.
 */
public final class DeafToCtrlC {

	private static final List<String> SHELL = List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

	private DeafToCtrlC() {
	}

	/** The same command, in the same process. */
	public static List<String> command(List<String> command) {
		List<String> deaf = new ArrayList<>(SHELL);
		deaf.addAll(command);
		return deaf;
	}

}
