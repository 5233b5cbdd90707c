package org.sharaka.registry.charity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/**
 * What differs from country to country in the law of registration, from a day on.
 *
 * @param country ISO 3166-1
 * @param effectiveFrom the first day on which it holds
 * @param zone whose calendar counts
 * @param numberFormat of registration numbers: the year of registration and a number that
 * rises within the year
 */
public record JurisdictionProfile(String country, LocalDate effectiveFrom, ZoneId zone, String numberFormat) {

	/** The day of the country's calendar. */
	public LocalDate dayOf(Instant instant) {
		return LocalDate.ofInstant(instant, this.zone);
	}

	/** The first moment of a day of the country's calendar. */
	public Instant startOf(LocalDate day) {
		return day.atStartOfDay(this.zone).toInstant();
	}

	/** Such as {@code SA-2026-000142}. */
	public String registrationNumber(int year, long number) {
		return String.format(Locale.ROOT, this.numberFormat, year, number);
	}

}
