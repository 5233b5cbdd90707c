package org.sharaka.local.launcher;

/** Why the suite was not started: a message for the person at the keyboard. */
public final class CannotStart extends Exception {

	private static final long serialVersionUID = 1L;

	CannotStart(String message) {
		super(message);
	}

}
