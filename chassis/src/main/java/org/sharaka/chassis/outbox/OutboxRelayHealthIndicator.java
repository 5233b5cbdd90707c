package org.sharaka.chassis.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Down if the relay's thread does not run or has not reached the database for a minute.
 * Events that wait for the broker do not make a service unready: it can still take
 * commands.
 */
final class OutboxRelayHealthIndicator extends AbstractHealthIndicator {

	static final Duration MAX_SWEEP_AGE = Duration.ofMinutes(1);

	private final Relay relay;

	private final Clock clock;

	OutboxRelayHealthIndicator(Relay relay, Clock clock) {
		super("The outbox relay does not run");
		this.relay = relay;
		this.clock = clock;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		Instant lastSweep = this.relay.lastSweep();
		boolean sweeps = Duration.between(lastSweep, this.clock.instant()).compareTo(MAX_SWEEP_AGE) < 0;
		builder.status((this.relay.isRunning() && sweeps) ? "UP" : "DOWN")
			.withDetail("running", this.relay.isRunning())
			.withDetail("lastSweep", lastSweep)
			.withDetail("oldestAgeSeconds", this.relay.oldestAgeSeconds())
			.withDetail("malformed", this.relay.malformed());
	}

}
