package org.sharaka.registry.charity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock, behind by a duration that a test makes shorter. Thread-safe. */
final class MovableClock extends Clock {

	private volatile Duration behind;

	MovableClock(Duration behind) {
		this.behind = behind;
	}

	void advance(Duration duration) {
		this.behind = this.behind.minus(duration);
	}

	@Override
	public Instant instant() {
		return Instant.now().minus(this.behind);
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException();
	}

}
