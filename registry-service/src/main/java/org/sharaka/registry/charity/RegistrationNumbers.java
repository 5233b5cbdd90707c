package org.sharaka.registry.charity;

/** Gives charities their numbers in the register. Thread-safe. */
@FunctionalInterface
public interface RegistrationNumbers {

	/**
	 * The charity's number: always the same one for the same charity, never one that
	 * another has. Such as {@code SA-2026-000142}: country, year of registration, a
	 * number that rises. Numbers may be left out.
	 * @param country ISO 3166-1
	 */
	String of(String charityId, String country, int year);

}
