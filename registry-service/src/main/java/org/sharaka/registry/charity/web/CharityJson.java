package org.sharaka.registry.charity.web;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.sharaka.registry.charity.Charity;
import org.sharaka.registry.charity.CharityStatus;
import org.sharaka.registry.charity.Contact;
import org.sharaka.registry.charity.Decision;
import org.sharaka.registry.charity.Profile;

/**
 * A charity as callers read it. What is null is absent.
 *
 * @param contacts personal data; null in lists and in the past
 * @param warnings about the contacts; null if there are none
 */
record CharityJson(String id, CharityStatus status, @Nullable String registrationNumber, long version,
		@JsonUnwrapped Profile profile, @Nullable List<Contact> contacts, Instant appliedAt,
		@Nullable Instant registeredAt, @Nullable Decision decision, @Nullable List<Warning> warnings) {

	/**
	 * Something that was accepted and should be checked.
	 *
	 * @param pointer to the value in this document
	 * @param code for programs
	 * @param message in the caller's language
	 */
	record Warning(String pointer, String code, String message) {
	}

	static CharityJson withoutContacts(Charity charity) {
		return of(charity, null, List.of());
	}

	static CharityJson of(Charity charity, @Nullable List<Contact> contacts, List<Warning> warnings) {
		return new CharityJson(charity.id(), charity.status(), charity.registrationNumber(), charity.version(),
				charity.profile(), contacts, charity.appliedAt(), charity.registeredAt(), charity.decision(),
				warnings.isEmpty() ? null : warnings);
	}

}
