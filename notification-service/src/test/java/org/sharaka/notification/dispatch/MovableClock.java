package org.sharaka.notification.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test moves. */
final class MovableClock extends Clock {

	private final InstantSource source = InstantSource.system();

	private volatile Duration ahead = Duration.ZERO;

	void move(Duration by) {
		this.ahead = this.ahead.plus(by);
	}

	@Override
	public Instant instant() {
		return this.source.instant().plus(this.ahead);
	}

	@Override
	public ZoneOffset getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

}
