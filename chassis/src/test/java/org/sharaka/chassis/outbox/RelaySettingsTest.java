package org.sharaka.chassis.outbox;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RelaySettingsTest {

	@Test
	void aLeaseThatLeavesNoTimeToSendIsRefused() {
		Duration second = Duration.ofSeconds(1);
		assertThatThrownBy(() -> new Relay.Settings(500, second, OutboxPublication.MIN_REMAINING_LEASE, second))
			.isInstanceOf(IllegalArgumentException.class);
	}

}
