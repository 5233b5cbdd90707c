package org.sharaka.registry.charity;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContactAddressTest {

	@ParameterizedTest
	@CsvSource({ "SA, 0500001234, +966500001234", "SA, 050 000-1234, +966500001234", "SA, ٠٥٠٠٠٠١٢٣٤, +966500001234",
			"SA, ۰۵۰۰۰۰۱۲۳۴, +966500001234", "SA, +966500001234, +966500001234", "SA, 00966500001234, +966500001234",
			"BH, 36001234, +97336001234", "BH, ٣٦٠٠١٢٣٤, +97336001234", "SA, +٩٧٣ ٣٦٠٠ ١٢٣٤, +97336001234" })
	void aPhoneNumberIsKeptInE164(String country, String typed, String e164) {
		assertThat(PhoneNumber.parse(typed, List.of(country))).contains(new PhoneNumber(e164));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "12", "call me", "0500-CHARITY", "+999123456789", "050000123", "05000012345678",
			"0500001234 ext. 5", "٠٥٠٠٠٠١٢٣٤٠٥٠٠٠٠١٢٣٤٠٥٠٠٠٠١٢٣٤٠٥٠٠٠٠١٢٣٤٠" })
	void aNumberThatCannotExistIsRefused(String typed) {
		assertThat(PhoneNumber.parse(typed, List.of("SA"))).isEmpty();
	}

	@Test
	void aNumberIsOneOfItsCountry() {
		assertThat(PhoneNumber.parse("36001234", List.of("SA"))).isEmpty();
		assertThat(PhoneNumber.parse("36001234", List.of("SA", "BH"))).contains(new PhoneNumber("+97336001234"));
	}

	@Test
	void aNumberThatItsNumberPlanDoesNotKnowYetIsAccepted() {
		assertThat(PhoneNumber.parse("+966 520001234", List.of("SA"))).hasValueSatisfying((number) -> {
			assertThat(number).isEqualTo(new PhoneNumber("+966520001234"));
			assertThat(number.isInNumberPlan()).isFalse();
		});
		assertThat(new PhoneNumber("+966500001234").isInNumberPlan()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "chair@ihsan.test, chair@ihsan.test", "A.B+c@Mail.IHSAN.test, A.B+c@mail.ihsan.test",
			"chair@إحسان.test, chair@xn--kgbery0h.test" })
	void anEmailAddressIsKeptWithItsDomainInLowerCase(String typed, String address) {
		assertThat(EmailAddress.parse(typed).map(EmailAddress::address)).contains(address);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "chair", "chair@", "@ihsan.test", "chair@localhost", "a b@ihsan.test", "a@b@ihsan.test",
					"a..b@ihsan.test", ".a@ihsan.test", "chair@-ihsan.test", "chair@ihsan..test", "chair@ihsan.test.",
					"chair@127.0.0.1", "رئيس@ihsan.test", "<chair@ihsan.test>", "chair@ihsan.test\r\nBcc:x",
					"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@ihsan.test" })
	void textThatIsNotAnEmailAddressIsRefused(String typed) {
		assertThat(EmailAddress.parse(typed)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "SA-01, SA-01", "sa-14, SA-14", "BH-١٣, BH-13" })
	void aRegionIsKnownByItsCode(String typed, String code) {
		assertThat(Region.parse(typed)).contains(new Region(code));
		assertThat(new Region(code).country()).isEqualTo(code.substring(0, 2));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "SA", "SA-00", "SA-15", "BH-12", "BH-18", "QA-01", "SA-011" })
	void anUnknownCodeIsNotARegion(String typed) {
		assertThat(Region.parse(typed)).isEmpty();
	}

}
