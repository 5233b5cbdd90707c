package org.sharaka.registry.charity.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.registry.charity.Contact;
import org.sharaka.registry.charity.DecisionKind;
import org.sharaka.registry.charity.Field;
import org.sharaka.registry.charity.Kind;

/**
 * What callers send, for the OpenAPI document. {@link CharityInput} does the reading, so
 * that every error is found at once.
 */
final class RequestBodies {

	static final String APPLICATION_EXAMPLE = """
			{"kind": "ASSOCIATION", "name": {"ar": "جمعية الواحة للتنمية الأسرية", "en": "Al-Waha Family Development"},
			 "fields": ["D", "F"], "region": "SA-01",
			 "contacts": [{"name": "رئيس مجلس الإدارة", "role": "CHAIR", "email": "chair@waha.test",
			  "phone": "٠٥٠٠٠٠١٢٣٤", "language": "ar", "channels": ["EMAIL", "SMS"]}]}""";

	static final String PATCH_EXAMPLE = """
			{"name": {"ar": "جمعية الواحة الأهلية"}, "fields": ["D"]}""";

	static final String DECISION_EXAMPLE = """
			{"decision": "SUSPEND", "reason": {"ar": "تأخّر تقديم القوائم المالية عن موعدها."},
			 "effectiveDate": "2026-11-22", "reference": "ق/١٤٤٨/٣١٧"}""";

	static final String CONTACTS_EXAMPLE = """
			{"contacts": [{"name": "رئيس مجلس الإدارة", "role": "CHAIR", "email": "chair@waha.test",
			  "language": "ar", "channels": ["EMAIL"]}]}""";

	private RequestBodies() {
	}

	@Schema(name = "Application")
	record ApplicationBody(@Schema(requiredMode = RequiredMode.REQUIRED) Kind kind,
			@Schema(requiredMode = RequiredMode.REQUIRED) BilingualText name,
			@Schema(requiredMode = RequiredMode.REQUIRED,
					description = "Sections of ICNP/TSO, at least one.") Set<Field> fields,
			@Schema(requiredMode = RequiredMode.REQUIRED, description = "ISO 3166-2: SA-01 to SA-14, BH-13 to BH-17.",
					example = "SA-01") String region,
			@Schema(requiredMode = RequiredMode.REQUIRED,
					description = "At least one, at most 100.") List<ContactBody> contacts) {
	}

	@Schema(name = "ApplicationContact")
	record ContactBody(@Schema(
			description = "Of a contact that the charity has; only when contacts are replaced.") @Nullable String id,
			@Schema(requiredMode = RequiredMode.REQUIRED) String name,
			@Schema(requiredMode = RequiredMode.REQUIRED) Contact.Role role,
			@Schema(description = "Needed for the channel EMAIL.", format = "email") @Nullable String email,
			@Schema(description = "Needed for the channel SMS. Any digits; without a country code it is a number of "
					+ "the charity's country.") @Nullable String phone,
			@Schema(requiredMode = RequiredMode.REQUIRED, allowableValues = {
					"ar", "en" }) String language,
			@Schema(requiredMode = RequiredMode.REQUIRED) Set<Contact.Channel> channels){
	}

	@Schema(name = "ProfilePatch", description = "What is absent stays; an English name that is null goes.")
	record PatchBody(@Nullable Kind kind, @Nullable BilingualText name, @Nullable Set<Field> fields,
			@Nullable String region) {
	}

	@Schema(name = "DecisionToEnter")
	record DecisionBody(@Schema(requiredMode = RequiredMode.REQUIRED) DecisionKind decision,
			@Schema(description = "Needed for all but APPROVE and REINSTATE.") @Nullable BilingualText reason,
			@Schema(description = "Not after today; today if absent.") @Nullable LocalDate effectiveDate,
			@Schema(description = "The ministry's own document number.") @Nullable String reference) {
	}

	@Schema(name = "Contacts")
	record ContactsBody(@Schema(requiredMode = RequiredMode.REQUIRED) List<ContactBody> contacts) {
	}

}
