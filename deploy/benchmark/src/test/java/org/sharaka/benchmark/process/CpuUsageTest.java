package org.sharaka.benchmark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class CpuUsageTest {

	@Test
	void leavesOutIdleTimeAndCountsGuestTimeOnce() {
		assertThat(CpuUsage.busy("cpu  100 10 50 9999 888 5 5 30 70 7")).isEqualTo(Duration.ofSeconds(2));
	}

}
