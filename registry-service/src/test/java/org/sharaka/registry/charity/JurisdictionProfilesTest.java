package org.sharaka.registry.charity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JurisdictionProfilesTest {

	private static final JurisdictionProfile OLD = profile("2000-01-01", "OLD-%d-%d");

	private static final JurisdictionProfile NEW = profile("2026-11-22", "NEW-%d-%d");

	@Test
	void aProfileHoldsFromItsFirstDayInTheCountrysCalendar() {
		JurisdictionProfiles profiles = new JurisdictionProfiles(List.of(NEW, OLD));
		assertThat(profiles.at("SA", Instant.parse("2026-11-21T20:59:59Z"))).isEqualTo(OLD);
		assertThat(profiles.at("SA", Instant.parse("2026-11-21T21:00:00Z"))).isEqualTo(NEW);
	}

	@Test
	void eachCountryHasItsNumberFormat() {
		Instant now = Instant.parse("2026-11-22T08:00:00Z");
		assertThat(JurisdictionProfiles.standard().at("SA", now).registrationNumber(2026, 142))
			.isEqualTo("SA-2026-000142");
		assertThat(JurisdictionProfiles.standard().at("BH", now).registrationNumber(2026, 7))
			.isEqualTo("BH-2026-000007");
	}

	private static JurisdictionProfile profile(String from, String format) {
		return new JurisdictionProfile("SA", LocalDate.parse(from), ZoneId.of("Asia/Riyadh"), format);
	}

}
