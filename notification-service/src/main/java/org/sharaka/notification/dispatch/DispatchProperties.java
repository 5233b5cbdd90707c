package org.sharaka.notification.dispatch;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices are sent, per channel and instance. How many at once is the preferred
 * provider's own setting.
 *
 * @param window how many notices are held at most; urgent ones may take as many again
 * @param lease how long a lease holds: longer than all other waits together
 * @param reserve no send begins when less than this is left of the lease: longer than a
 * send and the write of its result take
 * @param sweep how often to look without being woken; up to five times as long if looking
 * takes long
 * @param attempts how often a provider that answers is asked, see
 * {@link org.sharaka.notification.notice.RetryPolicy}
 * @param firstPause before the second attempt
 * @param longestPause between attempts
 * @param unknownPause before a mail with an unknown result is repeated
 */
@ConfigurationProperties("sharaka.dispatch")
public record DispatchProperties(@DefaultValue("1000") int window, @DefaultValue("3m") Duration lease,
		@DefaultValue("90s") Duration reserve, @DefaultValue("1s") Duration sweep, @DefaultValue("12") int attempts,
		@DefaultValue("5s") Duration firstPause, @DefaultValue("15m") Duration longestPause,
		@DefaultValue("2m") Duration unknownPause) {

	/** Text messages are limited by their parts. */
	private static final int PARTS_OF_A_LONG_TEXT = 4;

	/**
	 * The same, with about as much in the window as a provider takes while a lease holds.
	 * @param rate of the provider, mails or SMS parts a second
	 */
	DispatchProperties forRate(double rate) {
		long sent = (long) (rate * this.lease.minus(this.reserve).toSeconds() / PARTS_OF_A_LONG_TEXT);
		return new DispatchProperties(Math.clamp(sent, 1, this.window), this.lease, this.reserve, this.sweep,
				this.attempts, this.firstPause, this.longestPause, this.unknownPause);
	}

}
