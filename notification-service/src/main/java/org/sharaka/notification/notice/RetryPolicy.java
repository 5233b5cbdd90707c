package org.sharaka.notification.notice;

import java.time.Duration;
import java.util.function.DoubleSupplier;

import org.sharaka.notification.delivery.SendResult.Origin;

/**
 * How often and after which pauses a notice is tried again. The pauses double, up to the
 * longest, and vary by a fifth either way, so that what failed together does not come
 * back together.
 *
 * <p>
 * A provider that cannot be reached or asks us to slow down says nothing about the
 * notice: for those only its expiry ends the attempts.
 *
 * @param attempts how often a provider is asked that does answer
 * @param first the pause after the first attempt; six times as long where the recipient's
 * side asked to wait (greylisting, mailbox full)
 * @param unknownPause before a mail with an unknown result is repeated
 * @param random from 0 to 1
 */
public record RetryPolicy(int attempts, Duration first, Duration longest, Duration unknownPause,
		DoubleSupplier random) {

	private static final int RECIPIENT_FACTOR = 6;

	private static final double JITTER = 0.2;

	boolean isLast(int attempt, Origin origin) {
		return switch (origin) {
			case CONNECTION, THROTTLE -> false;
			case PROVIDER, RECIPIENT -> attempt >= this.attempts;
		};
	}

	Duration pause(int attempt, Origin origin) {
		long base = this.first.toMillis() * ((origin == Origin.RECIPIENT) ? RECIPIENT_FACTOR : 1);
		long doubled = base << Math.min(attempt - 1, 20);
		double factor = 1 + JITTER * (2 * this.random.getAsDouble() - 1);
		return Duration.ofMillis((long) (Math.min(doubled, this.longest.toMillis()) * factor));
	}

}
