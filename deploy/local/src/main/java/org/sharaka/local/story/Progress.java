package org.sharaka.local.story;

import java.time.Duration;
import java.time.Instant;

import org.sharaka.local.launcher.Console;

/** Waits for conditions that can be seen from outside, and says how far they are. */
final class Progress {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private static final Duration SAY_AGAIN = Duration.ofSeconds(3);

	private static final Duration POLL = Duration.ofMillis(300);

	private final Console console;

	Progress(Console console) {
		this.console = console;
	}

	/** Counts what is there. */
	interface Counting {

		long count() throws InterruptedException;

	}

	/**
	 * Waits until there are so many.
	 * @param what for example "notices of the invitation"
	 * @throws StoryFailed when that takes longer than a minute and a half
	 */
	void await(String what, long wanted, Counting counting) throws InterruptedException {
		Instant begun = Instant.now();
		Instant said = begun;
		long count = counting.count();
		while (count < wanted) {
			Instant now = Instant.now();
			if (Duration.between(begun, now).compareTo(PATIENCE) > 0) {
				throw new StoryFailed(
						"after %d s there were %d of %d %s".formatted(PATIENCE.toSeconds(), count, wanted, what));
			}
			if (Duration.between(said, now).compareTo(SAY_AGAIN) > 0) {
				said = now;
				this.console.say("     … %d of %d %s", count, wanted, what);
			}
			Thread.sleep(POLL);
			count = counting.count();
		}
		this.console.say("     %d %s, %s", count, what, Console.seconds(Duration.between(begun, Instant.now())));
	}

}
