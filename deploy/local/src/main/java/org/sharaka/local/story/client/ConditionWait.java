package org.sharaka.local.story.client;

import java.time.Duration;
import java.time.Instant;

import org.sharaka.local.console.Console;

/** Waits for conditions that can be observed from outside, and prints the progress. */
public final class ConditionWait {

	private static final Duration TIMEOUT = Duration.ofSeconds(90);

	private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(3);

	private static final Duration POLL_INTERVAL = Duration.ofMillis(300);

	private final Console console;

	public ConditionWait(Console console) {
		this.console = console;
	}

	/** Counts something that is expected to grow. */
	public interface Counter {

		long count() throws InterruptedException;

	}

	/**
	 * Waits until the count is at least the expected one.
	 * @param what is counted, for example "notices of the invitation"
	 * @throws StoryFailedException if that takes longer than a minute and a half
	 */
	public void await(String what, long expected, Counter counter) throws InterruptedException {
		Instant begun = Instant.now();
		Instant lastReport = begun;
		long count = counter.count();
		while (count < expected) {
			Instant now = Instant.now();
			if (Duration.between(begun, now).compareTo(TIMEOUT) > 0) {
				throw new StoryFailedException(
						"after %d s there were %d of %d %s".formatted(TIMEOUT.toSeconds(), count, expected, what));
			}
			if (Duration.between(lastReport, now).compareTo(PROGRESS_INTERVAL) > 0) {
				lastReport = now;
				this.console.print("     … %d of %d %s", count, expected, what);
			}
			Thread.sleep(POLL_INTERVAL);
			count = counter.count();
		}
		this.console.print("     %d %s, %s", count, what, Console.seconds(Duration.between(begun, Instant.now())));
	}

}
