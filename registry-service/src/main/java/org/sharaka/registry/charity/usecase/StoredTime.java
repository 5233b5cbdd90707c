package org.sharaka.registry.charity.usecase;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The present time in the precision in which the database stores it. */
final class StoredTime {

	private StoredTime() {
	}

	static Instant now(Clock clock) {
		return clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
