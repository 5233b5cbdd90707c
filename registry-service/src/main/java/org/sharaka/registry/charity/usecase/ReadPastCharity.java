package org.sharaka.registry.charity.usecase;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.sharaka.registry.charity.Charities;
import org.sharaka.registry.charity.Charity;
import org.sharaka.registry.charity.JurisdictionProfile;
import org.sharaka.registry.charity.JurisdictionProfiles;

/** Somebody asks what a charity was on a day, as far as it was known at a time. */
public final class ReadPastCharity {

	private final Charities charities;

	private final JurisdictionProfiles jurisdictions;

	private final Clock clock;

	public ReadPastCharity(Charities charities, JurisdictionProfiles jurisdictions, Clock clock) {
		this.charities = charities;
		this.jurisdictions = jurisdictions;
		this.clock = clock;
	}

	/**
	 * The charity at the end of a day of its country's calendar.
	 * @param asAt null for today
	 * @param knownAt null for now
	 * @return empty if it did not exist then, or was not known
	 */
	public Optional<Charity> read(String id, @Nullable LocalDate asAt, @Nullable Instant knownAt) {
		Instant now = this.clock.instant();
		return this.charities.find(id).flatMap((current) -> {
			JurisdictionProfile jurisdiction = this.jurisdictions.of(current, now);
			LocalDate day = (asAt != null) ? asAt : jurisdiction.dayOf(now);
			Instant endOfDay = jurisdiction.startOf(day.plusDays(1)).minusMillis(1);
			return this.charities.history().stateAt(id, endOfDay, (knownAt != null) ? knownAt : now);
		});
	}

}
