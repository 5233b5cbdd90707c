package org.sharaka.chassis.log;

import org.jspecify.annotations.Nullable;

/**
 * An exception as it may stand in a log: its types and its places, without its messages,
 * which often quote what a person sent (a duplicate key's value, a line of JSON).
 */
public final class RedactedException extends RuntimeException {

	private RedactedException(Throwable original) {
		super(original.getClass().getName(), causeOf(original), false, true);
		setStackTrace(original.getStackTrace());
	}

	public static RedactedException of(Throwable original) {
		return new RedactedException(original);
	}

	private static @Nullable Throwable causeOf(Throwable original) {
		Throwable cause = original.getCause();
		return (cause != null && cause != original) ? new RedactedException(cause) : null;
	}

	@Override
	public String toString() {
		return String.valueOf(getMessage());
	}

}
