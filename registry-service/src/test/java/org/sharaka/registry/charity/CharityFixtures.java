package org.sharaka.registry.charity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.command.Outcome;
import org.sharaka.chassis.id.Ids;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.chassis.text.Language;

/** Charities, decisions and contacts for tests of the model. */
final class CharityFixtures {

	static final Instant NOW = Instant.parse("2026-11-22T08:15:30Z");

	static final JurisdictionProfile SAUDI_ARABIA = JurisdictionProfiles.standard().at("SA", NOW);

	static final LocalDate TODAY = LocalDate.parse("2026-11-22");

	static final String NUMBER = "SA-2026-000001";

	static final Profile PROFILE = new Profile(Kind.ASSOCIATION, BilingualText.arabic("جمعية الإحسان"),
			Set.of(new Field("D")), new Region("SA-01"));

	static final Profile OTHER_PROFILE = new Profile(Kind.ASSOCIATION, BilingualText.arabic("جمعية الإحسان الأهلية"),
			Set.of(new Field("C"), new Field("D")), new Region("SA-01"));

	static final Contact.Details CHAIR = person("رئيس مجلس الإدارة", "chair@ihsan.test", "+966500001234");

	static final Contact.Details MEMBER = person("عضو", null, null);

	private CharityFixtures() {
	}

	static Contact.Details person(String name, @Nullable String email, @Nullable String phone) {
		Set<Contact.Channel> channels = EnumSet.noneOf(Contact.Channel.class);
		if (email != null) {
			channels.add(Contact.Channel.EMAIL);
		}
		if (phone != null) {
			channels.add(Contact.Channel.SMS);
		}
		return new Contact.Details(name, Contact.Role.CHAIR, (email != null) ? new EmailAddress(email) : null,
				(phone != null) ? new PhoneNumber(phone) : null, Language.AR, channels);
	}

	static ContactList contacts(Contact.Details... people) {
		return new ContactList(
				List.of(people).stream().map((details) -> new ContactList.Entry(null, details)).toList());
	}

	/** In this status, at version 5, with one contact whose id is {@code chair}. */
	static Charity charity(CharityStatus status) {
		boolean numbered = !EnumSet.of(CharityStatus.APPLIED, CharityStatus.RETURNED, CharityStatus.REFUSED)
			.contains(status);
		return new Charity("charity", 5, status, numbered ? NUMBER : null, PROFILE,
				List.of(new Contact("chair", CHAIR)), NOW, numbered ? NOW : null, NOW, null);
	}

	static Decision decision(DecisionKind kind) {
		return new Decision(kind, BilingualText.arabic("بناءً على مراجعة الملف"), TODAY, null);
	}

	/** {@code id-1}, {@code id-2} and so on. */
	static Ids numberedIds() {
		int[] last = { 0 };
		return () -> "id-" + ++last[0];
	}

	static Outcome.Changed<Charity, CharityEvent> changed(Outcome<Charity, CharityEvent> outcome) {
		if (outcome instanceof Outcome.Changed<Charity, CharityEvent> changed) {
			return changed;
		}
		throw new AssertionError("not changed: " + outcome);
	}

	static Outcome<Charity, CharityEvent> refused(CharityRefusal refusal) {
		return new Outcome.Refused<>(refusal);
	}

}
