package org.sharaka.registry.charity;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sharaka.chassis.command.Outcome;
import org.sharaka.chassis.text.Language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.sharaka.registry.charity.CharityFixtures.CHAIR;
import static org.sharaka.registry.charity.CharityFixtures.MEMBER;
import static org.sharaka.registry.charity.CharityFixtures.NOW;
import static org.sharaka.registry.charity.CharityFixtures.SAUDI_ARABIA;
import static org.sharaka.registry.charity.CharityFixtures.changed;
import static org.sharaka.registry.charity.CharityFixtures.charity;
import static org.sharaka.registry.charity.CharityFixtures.contacts;
import static org.sharaka.registry.charity.CharityFixtures.numberedIds;
import static org.sharaka.registry.charity.CharityFixtures.person;
import static org.sharaka.registry.charity.CharityFixtures.refused;

class CharityContactChangeTest {

	private static final Charity CHARITY = charity(CharityStatus.REGISTERED);

	@Test
	void aPersonWithTheSameEmailInAnyCaseKeepsTheId() {
		assertThat(idsAfter(contacts(MEMBER, person("اسم آخر", "CHAIR@ihsan.test", null)))).containsExactly("id-1",
				"chair");
	}

	@Test
	void aPersonWithTheSamePhoneKeepsTheId() {
		assertThat(idsAfter(contacts(person("رئيس", "new@ihsan.test", "+966500001234")))).containsExactly("chair");
	}

	@Test
	void theSameIdIsNotGivenTwice() {
		assertThat(idsAfter(contacts(CHAIR, CHAIR))).containsExactly("chair", "id-1");
	}

	@Test
	void aPersonNamedByIdKeepsItEvenIfAllElseIsNew() {
		ContactList list = new ContactList(List.of(new ContactList.Entry(null, CHAIR),
				new ContactList.Entry("chair", person("رئيس جديد", "new@ihsan.test", null))));
		assertThat(idsAfter(list)).containsExactly("id-1", "chair");
	}

	@Test
	void anIdThatIsNotTheCharitysOrIsGivenTwiceIsRefused() {
		assertThat(change(new ContactList.Entry("stranger", MEMBER)))
			.isEqualTo(refused(new CharityRefusal.UnknownContact(0)));
		assertThat(change(new ContactList.Entry("chair", MEMBER), new ContactList.Entry("chair", CHAIR)))
			.isEqualTo(refused(new CharityRefusal.UnknownContact(1)));
	}

	@Test
	void theSameListAgainIsNoEvent() {
		Charity two = changed(CHARITY.changeContacts(contacts(CHAIR, MEMBER), numberedIds(), SAUDI_ARABIA, NOW))
			.state();
		assertThat(two.changeContacts(contacts(CHAIR, MEMBER), () -> "another", SAUDI_ARABIA, NOW))
			.isEqualTo(new Outcome.Unchanged<>(two));
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
	void anEmptyListIsAllowedInEveryStatus(CharityStatus status) {
		Outcome.Changed<Charity, CharityEvent> none = changed(
				charity(status).changeContacts(contacts(), numberedIds(), SAUDI_ARABIA, NOW));
		assertThat(none.state().contacts()).isEmpty();
		assertThat(none.events()).containsExactly(new CharityEvent.ContactsChanged(none.state()));
		assertThat(none.state().status()).isEqualTo(status);
	}

	@Test
	void aChannelNeedsItsAddress() {
		for (Contact.Channel channel : Contact.Channel.values()) {
			assertThatIllegalArgumentException().isThrownBy(() -> new Contact.Details("عضو", Contact.Role.MEMBER, null,
					null, Language.AR, java.util.Set.of(channel)));
		}
	}

	private static List<String> idsAfter(ContactList list) {
		return changed(CHARITY.changeContacts(list, numberedIds(), SAUDI_ARABIA, NOW)).state()
			.contacts()
			.stream()
			.map(Contact::id)
			.toList();
	}

	@Test
	void aCharityInAStatusOfANewerVersionIsNotWritten() {
		assertThat(charity(CharityStatus.UNKNOWN).changeContacts(contacts(), numberedIds(), SAUDI_ARABIA, NOW))
			.isEqualTo(refused(new CharityRefusal.ChangeNotAllowed(CharityStatus.UNKNOWN)));
	}

	private static Outcome<Charity, CharityEvent> change(ContactList.Entry... entries) {
		return CHARITY.changeContacts(new ContactList(List.of(entries)), numberedIds(), SAUDI_ARABIA, NOW);
	}

}
