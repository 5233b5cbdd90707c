package org.sharaka.benchmark.run;

import java.time.Duration;
import java.util.concurrent.Callable;

/** When the run with one database must be over. Thread-safe. */
public final class TimeLimit {

	/** The run took too long, or something that was awaited did not come. */
	public static final class Over extends Exception {

		private static final long serialVersionUID = 1L;

		Over(String message) {
			super(message);
		}

	}

	private final long end;

	private final Duration whole;

	public TimeLimit(Duration whole) {
		this.whole = whole;
		this.end = System.nanoTime() + whole.toNanos();
	}

	/** Whether the time is over. */
	public boolean isOver() {
		return System.nanoTime() > this.end;
	}

	/**
	 * Between two steps.
	 * @throws Over if the time is over
	 */
	public void check(String before) throws Over {
		if (isOver()) {
			throw new Over("the time limit of " + this.whole.toSeconds() + " s was over before: " + before);
		}
	}

	/**
	 * Asks every few milliseconds until the answer is true.
	 * @param what was awaited, for the message
	 * @throws Over if it does not come in this time, or the time of the run is over
	 */
	public void await(String what, Duration patience, Duration pause, Callable<Boolean> condition) throws Exception {
		long last = Math.min(this.end, System.nanoTime() + patience.toNanos());
		while (!condition.call()) {
			if (System.nanoTime() > last) {
				throw new Over("awaited in vain: " + what);
			}
			Thread.sleep(pause);
		}
	}

}
