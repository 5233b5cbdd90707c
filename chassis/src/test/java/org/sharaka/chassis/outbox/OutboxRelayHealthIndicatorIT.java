package org.sharaka.chassis.outbox;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.testing.TestInfrastructure;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

class OutboxRelayHealthIndicatorIT {

	private final MovableClock clock = new MovableClock();

	private final OutboxFixture fixture = new OutboxFixture(TestInfrastructure.uniqueName(getClass()), this.clock);

	private final Relay relay = this.fixture.relay(new RecordingBroker());

	private final OutboxRelayHealthIndicator indicator = new OutboxRelayHealthIndicator(this.relay, this.clock);

	@AfterEach
	void close() {
		this.relay.stop();
		this.fixture.close();
	}

	@Test
	void isUpOnlyWhileTheRelayRuns() {
		assertThat(status()).isEqualTo(Status.DOWN);
		this.relay.start();
		assertThat(status()).isEqualTo(Status.UP);
		this.relay.stop();
		assertThat(status()).isEqualTo(Status.DOWN);
	}

	@Test
	void isDownWhenTheRelayHasNotReachedTheDatabaseForAMinute() {
		Relay patient = this.fixture.relay(new RecordingBroker(), new Relay.Settings(50, Duration.ofHours(1),
				OutboxFixture.SETTINGS.lease(), OutboxFixture.SETTINGS.pauseAfterFailure()));
		OutboxRelayHealthIndicator health = new OutboxRelayHealthIndicator(patient, this.clock);
		patient.start();
		Awaitility.await().until(() -> this.fixture.commands.contains("find"));
		this.clock.advance(OutboxRelayHealthIndicator.MAX_SWEEP_AGE.plusSeconds(1));
		assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
		patient.stop();
	}

	@Test
	void tellsTheAgeOfTheOldestEvent() {
		this.fixture.add(1);
		this.clock.advance(Duration.ofSeconds(90));
		Health health = this.indicator.health();
		assertThat(health.getDetails()).containsEntry("oldestAgeSeconds", 90.0).containsEntry("malformed", 0);
	}

	private Status status() {
		return this.indicator.health().getStatus();
	}

}
