package org.sharaka.local.launcher.process;

/** The suite could not be started. The message is shown to the user as it is. */
public final class StartupException extends Exception {

	private static final long serialVersionUID = 1L;

	public StartupException(String message) {
		super(message);
	}

}
