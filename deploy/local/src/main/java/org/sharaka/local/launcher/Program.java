package org.sharaka.local.launcher;

import java.util.List;
import java.util.Map;

/**
 * A process to be started.
 *
 * @param environment added to the launcher's own
 */
record Program(String name, List<String> command, Map<String, String> environment, Readiness readiness) {

	/** Asks a process whether it can be used. */
	@FunctionalInterface
	interface Readiness {

		/** Empty when it can be used, otherwise what it answered. */
		String missing();

	}

	boolean ready() {
		return this.readiness.missing().isEmpty();
	}

}
