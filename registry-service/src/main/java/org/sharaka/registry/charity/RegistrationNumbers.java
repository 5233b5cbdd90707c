package org.sharaka.registry.charity;

import java.time.Instant;

/** Gives charities their numbers in the register. Thread-safe. */
@FunctionalInterface
public interface RegistrationNumbers {

	/**
	 * The charity's number, in the country's format: always the same one for the same
	 * charity, never one that another charity has. Numbers may be left out.
	 * @param now whose year is part of a new number
	 */
	String of(String charityId, JurisdictionProfile jurisdiction, Instant now);

}
