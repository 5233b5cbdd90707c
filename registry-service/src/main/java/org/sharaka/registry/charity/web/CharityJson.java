package org.sharaka.registry.charity.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.registry.charity.Charity;
import org.sharaka.registry.charity.CharityStatus;
import org.sharaka.registry.charity.Contact;
import org.sharaka.registry.charity.Decision;
import org.sharaka.registry.charity.DecisionKind;
import org.sharaka.registry.charity.EmailAddress;
import org.sharaka.registry.charity.Field;
import org.sharaka.registry.charity.Kind;
import org.sharaka.registry.charity.PhoneNumber;

/**
 * A charity as callers read it.
 *
 * @param contacts personal data: null, and so absent, in lists
 * @param decision the last one
 */
@Schema(name = "Charity")
record CharityJson(String id, CharityStatus status,
		@Schema(description = "Once registered; never changes.",
				example = "SA-2026-000142") @Nullable String registrationNumber,
		@Schema(description = "Also the entity tag.") long version, Kind kind, BilingualText name, Set<Field> fields,
		@Schema(example = "SA-01") String region,
		@Schema(description = "Not in lists.") @Nullable List<ContactJson> contacts, Instant appliedAt,
		@Nullable Instant registeredAt, @Schema(description = "The last one.") @Nullable DecisionJson decision) {

	static CharityJson full(Charity charity) {
		return of(charity, charity.contacts().stream().map(ContactJson::of).toList());
	}

	static CharityJson inList(Charity charity) {
		return of(charity, null);
	}

	private static CharityJson of(Charity charity, @Nullable List<ContactJson> contacts) {
		return new CharityJson(charity.id(), charity.status(), charity.registrationNumber(), charity.version(),
				charity.profile().kind(), charity.profile().name(), charity.profile().fields(),
				charity.profile().region().code(), contacts, charity.appliedAt(), charity.registeredAt(),
				(charity.decision() != null) ? DecisionJson.of(charity.decision()) : null);
	}

	/** A contact as callers read it. */
	@Schema(name = "Contact")
	record ContactJson(String id, String name, Contact.Role role, @Nullable String email, @Nullable String phone,
			@Schema(allowableValues = {
					"ar", "en" }) String language,
			Set<Contact.Channel> channels){

		static ContactJson of(Contact contact) {
			Contact.Details details = contact.details();
			EmailAddress email = details.email();
			PhoneNumber phone = details.phone();
			return new ContactJson(contact.id(), details.name(), details.role(),
					(email != null) ? email.address() : null, (phone != null) ? phone.e164() : null,
					details.language().tag(), details.channels());
		}

	}

	/** A decision as callers read it. */
	@Schema(name = "Decision")
	record DecisionJson(DecisionKind decision, @Nullable BilingualText reason, LocalDate effectiveDate,
			@Nullable String reference) {

		static DecisionJson of(Decision decision) {
			return new DecisionJson(decision.kind(), decision.reason(), decision.effectiveDate(), decision.reference());
		}

	}

}
