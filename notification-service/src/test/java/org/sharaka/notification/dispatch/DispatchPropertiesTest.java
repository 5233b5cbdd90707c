package org.sharaka.notification.dispatch;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DispatchPropertiesTest {

	private final DispatchProperties settings = new DispatchProperties(1000, Duration.ofMinutes(3),
			Duration.ofSeconds(90), Duration.ofSeconds(1), 12, Duration.ofSeconds(5), Duration.ofMinutes(15),
			Duration.ofMinutes(2));

	@Test
	void aSlowProvidersWindowIsWhatItTakesWhileAClaimHolds() {
		assertThat(this.settings.forRate(10).window()).isEqualTo(10 * 90 / 4);
		assertThat(this.settings.forRate(0.001).window()).isEqualTo(1);
	}

	@Test
	void aFastProvidersWindowIsAsSet() {
		assertThat(this.settings.forRate(1000)).isEqualTo(this.settings);
	}

}
