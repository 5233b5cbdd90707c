package org.sharaka.meeting.charity;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RegionsTest {

	@Test
	void areThoseOfTheContract() {
		assertThat(Regions.ALL).hasSize(19)
			.allMatch((region) -> region.matches("SA-(0[1-9]|1[0-4])|BH-1[3-7]"))
			.doesNotHaveDuplicates();
	}

}
