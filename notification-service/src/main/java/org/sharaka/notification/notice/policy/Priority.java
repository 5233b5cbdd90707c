package org.sharaka.notification.notice.policy;

import java.time.Duration;

/**
 * How urgent a notice is: a more urgent one is always sent first.
 */
public enum Priority {

	URGENT(Duration.ofHours(24)), NORMAL(Duration.ofHours(72)), BULK(Duration.ofDays(7));

	private final Duration lifetime;

	Priority(Duration lifetime) {
		this.lifetime = lifetime;
	}

	/** How long an announcement that does not say otherwise is worth sending. */
	public Duration lifetime() {
		return this.lifetime;
	}

}
