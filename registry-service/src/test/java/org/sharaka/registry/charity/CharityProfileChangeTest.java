package org.sharaka.registry.charity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sharaka.chassis.command.Outcome;
import org.sharaka.chassis.text.BilingualText;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharaka.registry.charity.CharityFixtures.CHAIR;
import static org.sharaka.registry.charity.CharityFixtures.MEMBER;
import static org.sharaka.registry.charity.CharityFixtures.NOW;
import static org.sharaka.registry.charity.CharityFixtures.NUMBER;
import static org.sharaka.registry.charity.CharityFixtures.OTHER_PROFILE;
import static org.sharaka.registry.charity.CharityFixtures.PROFILE;
import static org.sharaka.registry.charity.CharityFixtures.SAUDI_ARABIA;
import static org.sharaka.registry.charity.CharityFixtures.changed;
import static org.sharaka.registry.charity.CharityFixtures.charity;
import static org.sharaka.registry.charity.CharityFixtures.contacts;
import static org.sharaka.registry.charity.CharityFixtures.numberedIds;
import static org.sharaka.registry.charity.CharityFixtures.refused;

class CharityProfileChangeTest {

	private static final Instant LATER = NOW.plus(Duration.ofDays(1));

	@Test
	void anApplicationIsTwoEventsTheSecondWithTheContacts() {
		Outcome.Changed<Charity, CharityEvent> applied = changed(
				Charity.apply("charity", PROFILE, contacts(CHAIR, MEMBER), numberedIds(), NOW));
		assertThat(applied.state().status()).isEqualTo(CharityStatus.APPLIED);
		assertThat(applied.state().version()).isEqualTo(2);
		assertThat(applied.state().contacts()).extracting(Contact::id).containsExactly("id-1", "id-2");
		assertThat(applied.events()).hasExactlyElementsOfTypes(CharityEvent.Applied.class,
				CharityEvent.ContactsChanged.class);
		assertThat(applied.events()).extracting((event) -> event.charity().version()).containsExactly(1L, 2L);
	}

	@ParameterizedTest
	@EnumSource(names = { "APPLIED", "REGISTERED" })
	void anApplicationUnderReviewAndARegisteredCharityAreUpdated(CharityStatus status) {
		Outcome.Changed<Charity, CharityEvent> outcome = changed(change(status, OTHER_PROFILE));
		assertThat(outcome.state().status()).isEqualTo(status);
		assertThat(outcome.state().statusSince()).isEqualTo(NOW);
		assertThat(outcome.state().profile()).isEqualTo(OTHER_PROFILE);
		assertThat(outcome.events()).containsExactly(new CharityEvent.Updated(outcome.state()));
	}

	@ParameterizedTest
	@EnumSource
	void theSameProfileChangesNothing(CharityStatus status) {
		assertThat(change(status, PROFILE)).isEqualTo(new Outcome.Unchanged<>(charity(status)));
	}

	@Test
	void aReturnedCharityAppliesAgainWithTheChange() {
		Outcome.Changed<Charity, CharityEvent> outcome = changed(change(CharityStatus.RETURNED, OTHER_PROFILE));
		assertThat(outcome.state().status()).isEqualTo(CharityStatus.APPLIED);
		assertThat(outcome.state().appliedAt()).isEqualTo(NOW);
		assertThat(outcome.state().statusSince()).isEqualTo(LATER);
		assertThat(outcome.events()).containsExactly(new CharityEvent.Applied(outcome.state()));
	}

	@ParameterizedTest
	@EnumSource(names = { "REFUSED", "SUSPENDED", "MERGED", "DISSOLVED", "REMOVED", "UNKNOWN" })
	void inOtherStatusesTheProfileIsFixed(CharityStatus status) {
		assertThat(change(status, OTHER_PROFILE)).isEqualTo(refused(new CharityRefusal.ChangeNotAllowed(status)));
	}

	@Test
	void aRegisteredCharityKeepsItsKindAndCountry() {
		Profile foundation = new Profile(Kind.FOUNDATION, PROFILE.name(), PROFILE.fields(), PROFILE.region());
		Profile inBahrain = new Profile(PROFILE.kind(), PROFILE.name(), PROFILE.fields(), new Region("BH-13"));
		Profile inMecca = new Profile(PROFILE.kind(), PROFILE.name(), PROFILE.fields(), new Region("SA-02"));
		CharityRefusal refusal = new CharityRefusal.NewRegistrationRequired(NUMBER);
		assertThat(change(CharityStatus.REGISTERED, foundation)).isEqualTo(refused(refusal));
		assertThat(change(CharityStatus.REGISTERED, inBahrain)).isEqualTo(refused(refusal));
		assertThat(changed(change(CharityStatus.REGISTERED, inMecca)).state().profile()).isEqualTo(inMecca);
		assertThat(changed(change(CharityStatus.RETURNED, inBahrain)).state().profile()).isEqualTo(inBahrain);
	}

	@Test
	void theOrderOfFieldsIsKeptButIsNoDifference() {
		Profile one = new Profile(Kind.DONOR, BilingualText.arabic("جهة"),
				new LinkedHashSet<>(List.of(new Field("F"), new Field("A"))), new Region("BH-13"));
		Profile other = new Profile(Kind.DONOR, BilingualText.arabic("جهة"), Set.of(new Field("A"), new Field("F")),
				new Region("BH-13"));
		assertThat(one.fields()).containsExactly(new Field("F"), new Field("A"));
		assertThat(one).isEqualTo(other);
	}

	private static Outcome<Charity, CharityEvent> change(CharityStatus status, Profile profile) {
		return charity(status).changeProfile(profile, SAUDI_ARABIA, LATER);
	}

}
