package org.sharaka.registry.charity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/** The profiles of all countries, past and present. Immutable. */
public final class JurisdictionProfiles {

	private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

	private final List<JurisdictionProfile> profiles;

	/**
	 * @param profiles in any order; each holds until the next one of its country
	 */
	public JurisdictionProfiles(List<JurisdictionProfile> profiles) {
		this.profiles = List.copyOf(profiles);
	}

	/** Saudi Arabia and Bahrain. */
	public static JurisdictionProfiles standard() {
		return new JurisdictionProfiles(
				List.of(new JurisdictionProfile("SA", ALWAYS, ZoneId.of("Asia/Riyadh"), "SA-%d-%06d"),
						new JurisdictionProfile("BH", ALWAYS, ZoneId.of("Asia/Bahrain"), "BH-%d-%06d")));
	}

	/** The profile that holds in a country at a time. */
	public JurisdictionProfile at(String country, Instant time) {
		return this.profiles.stream()
			.filter((profile) -> profile.country().equals(country)
					&& !profile.effectiveFrom().isAfter(profile.dayOf(time)))
			.max(Comparator.comparing(JurisdictionProfile::effectiveFrom))
			.orElseThrow(() -> new IllegalStateException("no profile for " + country + " at " + time));
	}

	/** The profile that holds for a charity at a time. */
	public JurisdictionProfile of(Charity charity, Instant time) {
		return at(charity.profile().region().country(), time);
	}

}
