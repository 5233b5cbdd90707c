package org.sharaka.registry.charity;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sharaka.chassis.text.Language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.sharaka.registry.charity.CharityFixtures.CHAIR;
import static org.sharaka.registry.charity.CharityFixtures.MEMBER;
import static org.sharaka.registry.charity.CharityFixtures.changed;
import static org.sharaka.registry.charity.CharityFixtures.charity;
import static org.sharaka.registry.charity.CharityFixtures.contacts;
import static org.sharaka.registry.charity.CharityFixtures.numberedIds;
import static org.sharaka.registry.charity.CharityFixtures.person;

/** A charity replaces its list of contacts. */
class ContactChangeTest {

	private static final Charity CHARITY = charity(CharityStatus.REGISTERED);

	@Test
	void whoHasTheSameEmailInAnyCaseKeepsTheId() {
		assertThat(idsAfter(contacts(MEMBER, person("اسم آخر", "CHAIR@ihsan.test", null)))).containsExactly("id-1",
				"chair");
	}

	@Test
	void whoHasTheSamePhoneKeepsTheId() {
		assertThat(idsAfter(contacts(person("رئيس", "new@ihsan.test", "+966500001234")))).containsExactly("chair");
	}

	@Test
	void theSameIdIsNotGivenTwice() {
		assertThat(idsAfter(contacts(CHAIR, CHAIR))).containsExactly("chair", "id-1");
	}

	@Test
	void whoIsNamedByIdKeepsItWhateverElseIsNew() {
		ContactList list = new ContactList(List.of(new ContactList.Entry(null, CHAIR),
				new ContactList.Entry("chair", person("رئيس جديد", "new@ihsan.test", null))));
		assertThat(idsAfter(list)).containsExactly("id-1", "chair");
	}

	@Test
	void anIdThatIsNotTheCharitysOrIsGivenTwiceIsRefused() {
		assertThat(refusal(new ContactList.Entry("stranger", MEMBER))).isEqualTo(new Refusal.UnknownContact(0));
		assertThat(refusal(new ContactList.Entry("chair", MEMBER), new ContactList.Entry("chair", CHAIR)))
			.isEqualTo(new Refusal.UnknownContact(1));
	}

	@Test
	void theSameListAgainIsNoEvent() {
		Charity two = changed(CHARITY.changeContacts(contacts(CHAIR, MEMBER), numberedIds())).charity();
		Outcome.Changed again = changed(two.changeContacts(contacts(CHAIR, MEMBER), () -> "another"));
		assertThat(again).isEqualTo(new Outcome.Changed(two, List.of()));
	}

	@ParameterizedTest
	@EnumSource
	void anEmptyListIsFineInEveryStatus(CharityStatus status) {
		Outcome.Changed none = changed(charity(status).changeContacts(contacts(), numberedIds()));
		assertThat(none.charity().contacts()).isEmpty();
		assertThat(none.events()).containsExactly(new CharityEvent.ContactsChanged(none.charity()));
		assertThat(none.charity().status()).isEqualTo(status);
	}

	@Test
	void aChannelWithoutItsAddressCannotBe() {
		for (Contact.Channel channel : Contact.Channel.values()) {
			assertThatIllegalArgumentException().isThrownBy(() -> new Contact.Details("عضو", Contact.Role.MEMBER, null,
					null, Language.AR, java.util.Set.of(channel)));
		}
	}

	private static List<String> idsAfter(ContactList list) {
		return changed(CHARITY.changeContacts(list, numberedIds())).charity()
			.contacts()
			.stream()
			.map(Contact::id)
			.toList();
	}

	private static Refusal refusal(ContactList.Entry... entries) {
		Outcome outcome = CHARITY.changeContacts(new ContactList(List.of(entries)), numberedIds());
		assertThat(outcome).isInstanceOf(Outcome.Refused.class);
		return ((Outcome.Refused) outcome).refusal();
	}

}
