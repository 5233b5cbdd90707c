package org.sharaka.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BenchmarkPlanTest {

	@Test
	void announcementHasTwentyThousandEmails() {
		assertThat(BenchmarkPlan.full(3, 8).mails()).isEqualTo(20_000);
	}

	@Test
	void rejectsDecisionsThatLeaveCharitiesSuspended() {
		assertThatThrownBy(() -> new BenchmarkPlan(3, 8, 25, 275, 1, 20, 100, 1, 1, 1, 1, 1))
			.isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining("reinstated");
	}

}
