package org.sharaka.registry.charity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import org.sharaka.chassis.text.Digits;

/**
 * A phone number in E.164.
 *
 * @param e164 a plus sign and 7 to 15 ASCII digits
 */
public record PhoneNumber(String e164) {

	private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

	private static final int MAX_LENGTH = 40;

	public PhoneNumber {
		if (!E164.matcher(e164).matches()) {
			throw new IllegalArgumentException("not in E.164");
		}
	}

	/**
	 * The number that a person wrote, with any digits and separators. Prefers a number
	 * that the number plan of one of the countries knows to one that could exist.
	 * @param countries ISO 3166-1, for numbers without a country code
	 * @return empty if no such number could exist
	 */
	public static Optional<PhoneNumber> parse(String text, List<String> countries) {
		List<PhoneNumber> numbers = countries.stream().flatMap((country) -> parse(text, country).stream()).toList();
		return numbers.stream().filter(PhoneNumber::isInNumberPlan).findFirst().or(() -> numbers.stream().findFirst());
	}

	private static Optional<PhoneNumber> parse(String text, String country) {
		// the library would read letters as the keys of a phone
		if (text.length() > MAX_LENGTH || text.codePoints().anyMatch(Character::isLetter)) {
			return Optional.empty();
		}
		PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
		try {
			Phonenumber.PhoneNumber number = phones.parse(Digits.toAscii(text), country);
			boolean possible = phones.isValidNumber(number)
					|| (phones.isPossibleNumber(number) && !number.isItalianLeadingZero());
			return possible ? Optional.of(new PhoneNumber(phones.format(number, PhoneNumberFormat.E164)))
					: Optional.empty();
		}
		catch (NumberParseException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Whether the number plan of its country, as far as this service knows it, assigns
	 * the number's range. New ranges are known later than they are used.
	 */
	public boolean isInNumberPlan() {
		PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
		try {
			return phones.isValidNumber(phones.parse(this.e164, null));
		}
		catch (NumberParseException ex) {
			return false;
		}
	}

}
