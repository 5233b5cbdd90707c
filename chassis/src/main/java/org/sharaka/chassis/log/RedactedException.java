package org.sharaka.chassis.log;

import org.jspecify.annotations.Nullable;

/**
 * An exception that can be logged safely. It has the types and stack traces of the
 * original and its causes, but not their messages, which often quote personal data (the
 * value of a duplicate key, a line of JSON).
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
