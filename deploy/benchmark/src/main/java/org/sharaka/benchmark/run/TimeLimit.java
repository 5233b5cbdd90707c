package org.sharaka.benchmark.run;

import java.time.Duration;
import java.util.concurrent.Callable;

/** The time limit of the measurements with one database. Thread-safe. */
public final class TimeLimit {

	/** The time limit was exceeded, or a condition did not become true in time. */
	public static final class ExceededException extends Exception {

		private static final long serialVersionUID = 1L;

		ExceededException(String message) {
			super(message);
		}

	}

	private final long end;

	private final Duration whole;

	public TimeLimit(Duration whole) {
		this.whole = whole;
		this.end = System.nanoTime() + whole.toNanos();
	}

	/** Returns whether the time limit is exceeded. */
	public boolean isOver() {
		return System.nanoTime() > this.end;
	}

	/**
	 * Checks the limit between two steps.
	 * @param before the next step, for the message
	 * @throws ExceededException if the limit is exceeded
	 */
	public void check(String before) throws ExceededException {
		if (isOver()) {
			throw new ExceededException(
					"the time limit of " + this.whole.toSeconds() + " s was exceeded before: " + before);
		}
	}

	/**
	 * Waits until a condition is true.
	 * @param what is awaited, for the message
	 * @param pause between two evaluations of the condition
	 * @throws ExceededException if the timeout or the time limit is exceeded
	 */
	public void await(String what, Duration timeout, Duration pause, Callable<Boolean> condition) throws Exception {
		long last = Math.min(this.end, System.nanoTime() + timeout.toNanos());
		while (!condition.call()) {
			if (System.nanoTime() > last) {
				throw new ExceededException("timed out waiting for " + what);
			}
			Thread.sleep(pause);
		}
	}

}
