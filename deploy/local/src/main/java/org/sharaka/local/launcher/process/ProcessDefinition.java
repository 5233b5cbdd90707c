package org.sharaka.local.launcher.process;

import java.util.List;
import java.util.Map;

/**
 * How to start a process, and how to tell that it is ready.
 *
 * @param environment variables that are added to the launcher's own
 */
public record ProcessDefinition(String name, List<String> command, Map<String, String> environment,
		Readiness readiness) {

	/** Checks whether a process is ready. */
	@FunctionalInterface
	public interface Readiness {

		/** Returns why the process is not ready, or an empty string if it is. */
		String pendingReason();

	}

	public boolean isReady() {
		return this.readiness.pendingReason().isEmpty();
	}

}
