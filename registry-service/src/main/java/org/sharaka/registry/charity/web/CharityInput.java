package org.sharaka.registry.charity.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.chassis.text.Language;
import org.sharaka.chassis.web.input.Input;
import org.sharaka.chassis.web.input.Parsed;
import org.sharaka.chassis.web.input.Values;
import org.sharaka.chassis.web.problem.InputError;
import org.sharaka.chassis.web.problem.ProblemException;
import org.sharaka.registry.charity.Charities;
import org.sharaka.registry.charity.CharityStatus;
import org.sharaka.registry.charity.Contact;
import org.sharaka.registry.charity.Contact.Channel;
import org.sharaka.registry.charity.ContactList;
import org.sharaka.registry.charity.Decision;
import org.sharaka.registry.charity.DecisionKind;
import org.sharaka.registry.charity.EmailAddress;
import org.sharaka.registry.charity.Field;
import org.sharaka.registry.charity.Kind;
import org.sharaka.registry.charity.PhoneNumber;
import org.sharaka.registry.charity.Profile;
import org.sharaka.registry.charity.Region;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static java.util.Objects.requireNonNull;

/**
 * Parses what callers send into the model's types; each method tells all errors at once.
 */
final class CharityInput {

	static final int LONGEST_NAME = 300;

	private static final int LONGEST_REASON = 2000;

	private static final int LONGEST_REFERENCE = 100;

	private static final int LONGEST_SEARCH = 200;

	private static final int MOST_CONTACTS = 100;

	private static final int MOST_REGIONS = 50;

	/** For numbers without a country code, where the charity's region is unknown. */
	private static final List<String> COUNTRIES = List.of("SA", "BH");

	private CharityInput() {
	}

	/** What {@code POST /charities} takes. */
	record Application(Profile profile, ContactList contacts) {
	}

	static Application application(Input input) {
		ProfileParts profile = profileParts(input);
		List<ContactList.Entry> contacts = contacts(input, 1, profile.region(), false);
		return input.orThrow(() -> new Application(profile.whole(), new ContactList(contacts)));
	}

	static Profile profile(Input input) {
		ProfileParts profile = profileParts(input);
		return input.orThrow(profile::whole);
	}

	/** Whole only if the input had no error. */
	private record ProfileParts(@Nullable Kind kind, @Nullable BilingualText name, Set<Field> fields,
			@Nullable Region region) {

		Profile whole() {
			return new Profile(requireNonNull(this.kind), requireNonNull(this.name), this.fields,
					requireNonNull(this.region));
		}

	}

	private static ProfileParts profileParts(Input input) {
		return new ProfileParts(input.oneOf("kind", Kind.class), input.bilingual("name", LONGEST_NAME),
				input.setOf("fields", Field.class, 1), input.map("region", CharityInput::region));
	}

	/**
	 * What {@code PUT /charities/{id}/contacts} takes: the list as the field
	 * {@code contacts}, or by itself.
	 */
	static ContactList contactList(Input input, Region region) {
		if (!input.json().isArray()) {
			List<ContactList.Entry> contacts = contacts(input, 0, region, true);
			return input.orThrow(() -> new ContactList(contacts));
		}
		ObjectNode wrapped = JsonNodeFactory.instance.objectNode().set("contacts", input.json());
		try {
			return contactList(Input.of(wrapped), region);
		}
		catch (ProblemException problem) {
			throw ProblemException.invalidInput(problem.errors().stream().map(CharityInput::withoutField).toList());
		}
	}

	private static InputError withoutField(InputError error) {
		return new InputError(error.pointer().substring("/contacts".length()), error.code(), error.args());
	}

	private static List<ContactList.Entry> contacts(Input input, int min, @Nullable Region region, boolean withIds) {
		List<String> countries = (region != null) ? List.of(region.country()) : COUNTRIES;
		return input.list("contacts", min, MOST_CONTACTS, (contact) -> {
			String id = withIds ? contact.optional().id("id") : null;
			Contact.Details details = details(contact, countries);
			return contact.build(() -> new ContactList.Entry(id, requireNonNull(details)));
		});
	}

	private static Contact.@Nullable Details details(Input contact, List<String> countries) {
		String name = contact.text("name", 1, LONGEST_NAME);
		Contact.Role role = contact.oneOf("role", Contact.Role.class);
		EmailAddress email = contact.optional().parsed("email", "bad-email", EmailAddress::parse);
		PhoneNumber phone = contact.optional().parsed("phone", "bad-phone", (text) -> phone(text, countries));
		Language language = contact.language("language");
		Set<Channel> channels = contact.setOf("channels", Channel.class, 0);
		if (channels.contains(Channel.EMAIL) && isAbsent(contact, "email")) {
			contact.reject("/email", "address-required", Channel.EMAIL.name());
		}
		if (channels.contains(Channel.SMS) && isAbsent(contact, "phone")) {
			contact.reject("/phone", "address-required", Channel.SMS.name());
		}
		return contact.build(() -> new Contact.Details(requireNonNull(name), requireNonNull(role), email, phone,
				requireNonNull(language), channels));
	}

	private static Optional<PhoneNumber> phone(String text, List<String> countries) {
		return countries.stream().flatMap((country) -> PhoneNumber.parse(text, country).stream()).findFirst();
	}

	private static boolean isAbsent(Input input, String name) {
		return !input.has(name) || input.isNull(name)
				|| (input.json().path(name).isString() && input.json().path(name).stringValue().isBlank());
	}

	/**
	 * What {@code POST /charities/{id}/decisions} takes.
	 * @param today from when a decision holds that names no date
	 */
	static Decision decision(Input input, LocalDate today) {
		DecisionKind kind = input.oneOf("decision", DecisionKind.class);
		boolean reasonOwed = kind != null && kind.isReasonOwed();
		BilingualText reason = (reasonOwed ? input : input.optional()).bilingualMultilineText("reason", LONGEST_REASON);
		LocalDate effectiveDate = input.optional().date("effectiveDate");
		if (effectiveDate != null && effectiveDate.isAfter(today)) {
			input.reject("/effectiveDate", "effective-date-in-future", today.toString());
		}
		String reference = input.optional().text("reference", 1, LONGEST_REFERENCE);
		return input.orThrow(() -> new Decision(requireNonNull(kind), reason,
				(effectiveDate != null) ? effectiveDate : today, reference));
	}

	/** What {@code GET /charities} takes. */
	static Charities.Criteria criteria(Input query) {
		Input input = query.optional();
		String words = input.text("q", 1, LONGEST_SEARCH);
		Set<Kind> kinds = input.setOf("kind", Kind.class, 0);
		Set<Field> fields = input.setOf("field", Field.class, 0);
		List<Region> regions = input.items("region", 0, MOST_REGIONS, CharityInput::region);
		Set<CharityStatus> statuses = input.setOf("status", CharityStatus.class, 0);
		return query.orThrow(() -> new Charities.Criteria((words != null) ? words : "", kinds, fields,
				Set.copyOf(regions), statuses));
	}

	static Parsed<Region> region(JsonNode node) {
		return Values.string(node)
			.then((text) -> Region.parse(text.strip())
				.map(Parsed::valid)
				.orElseGet(() -> Parsed.invalid("unknown-region")));
	}

}
