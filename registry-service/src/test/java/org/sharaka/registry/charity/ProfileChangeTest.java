package org.sharaka.registry.charity;

import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sharaka.chassis.text.BilingualText;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharaka.registry.charity.CharityFixtures.CHAIR;
import static org.sharaka.registry.charity.CharityFixtures.MEMBER;
import static org.sharaka.registry.charity.CharityFixtures.NOW;
import static org.sharaka.registry.charity.CharityFixtures.OTHER_PROFILE;
import static org.sharaka.registry.charity.CharityFixtures.PROFILE;
import static org.sharaka.registry.charity.CharityFixtures.changed;
import static org.sharaka.registry.charity.CharityFixtures.charity;
import static org.sharaka.registry.charity.CharityFixtures.contacts;
import static org.sharaka.registry.charity.CharityFixtures.numberedIds;

/** A charity applies, and later says otherwise what it is. */
class ProfileChangeTest {

	@Test
	void anApplicationIsTwoEventsTheSecondWithTheContacts() {
		Outcome.Changed applied = Charity.apply("charity", PROFILE, contacts(CHAIR, MEMBER), numberedIds(), NOW);
		assertThat(applied.charity().status()).isEqualTo(CharityStatus.APPLIED);
		assertThat(applied.charity().version()).isEqualTo(2);
		assertThat(applied.charity().contacts()).extracting(Contact::id).containsExactly("id-1", "id-2");
		assertThat(applied.events()).hasExactlyElementsOfTypes(CharityEvent.Applied.class,
				CharityEvent.ContactsChanged.class);
		assertThat(applied.events()).extracting((event) -> event.charity().version()).containsExactly(1L, 2L);
	}

	@ParameterizedTest
	@EnumSource(names = { "APPLIED", "REGISTERED" })
	void aChangeIsAnUpdateThatNamesWhatIsDifferent(CharityStatus status) {
		Outcome.Changed outcome = changed(charity(status).change(OTHER_PROFILE));
		assertThat(outcome.charity().status()).isEqualTo(status);
		assertThat(outcome.charity().profile()).isEqualTo(OTHER_PROFILE);
		assertThat(outcome.events()).containsExactly(
				new CharityEvent.Updated(outcome.charity(), EnumSet.of(Profile.Part.name, Profile.Part.fields)));
	}

	@ParameterizedTest
	@EnumSource(names = { "APPLIED", "REGISTERED" })
	void aChangeOfNothingIsNoEvent(CharityStatus status) {
		assertThat(changed(charity(status).change(PROFILE)))
			.isEqualTo(new Outcome.Changed(charity(status), java.util.List.of()));
	}

	@Test
	void aReturnedOneAppliesAgainEvenIfNothingIsDifferent() {
		for (Profile profile : Set.of(PROFILE, OTHER_PROFILE)) {
			Outcome.Changed outcome = changed(charity(CharityStatus.RETURNED).change(profile));
			assertThat(outcome.charity().status()).isEqualTo(CharityStatus.APPLIED);
			assertThat(outcome.charity().appliedAt()).isEqualTo(NOW);
			assertThat(outcome.events()).containsExactly(new CharityEvent.Applied(outcome.charity()));
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REFUSED", "SUSPENDED", "MERGED", "DISSOLVED", "REMOVED" })
	void aClosedOrSuspendedOneIsFixed(CharityStatus status) {
		assertThat(charity(status).change(OTHER_PROFILE))
			.isEqualTo(new Outcome.Refused(new Refusal.ChangeNotAllowed(status)));
	}

	@Test
	void theOrderOfFieldsIsKeptButIsNoDifference() {
		Profile one = new Profile(Kind.DONOR, BilingualText.arabic("جهة"),
				new java.util.LinkedHashSet<>(java.util.List.of(Field.F, Field.A)), new Region("BH-13"));
		Profile other = new Profile(Kind.DONOR, BilingualText.arabic("جهة"), EnumSet.of(Field.A, Field.F),
				new Region("BH-13"));
		assertThat(one.fields()).containsExactly(Field.F, Field.A);
		assertThat(one.differences(other)).isEmpty();
	}

}
