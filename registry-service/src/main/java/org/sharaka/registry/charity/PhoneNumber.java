package org.sharaka.registry.charity;

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

	private static final int LONGEST = 40;

	public PhoneNumber {
		if (!E164.matcher(e164).matches()) {
			throw new IllegalArgumentException("not in E.164");
		}
	}

	/**
	 * The number that a person wrote, with any digits and separators.
	 * @param country ISO 3166-1, for numbers without a country code
	 * @return empty if no phone of its country can have this number
	 */
	public static Optional<PhoneNumber> parse(String text, String country) {
		PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
		// the library would take letters for the keys of a phone
		if (text.length() > LONGEST || text.codePoints().anyMatch(Character::isLetter)) {
			return Optional.empty();
		}
		try {
			Phonenumber.PhoneNumber number = phones.parse(Digits.toAscii(text), country);
			if (!phones.isValidNumber(number)) {
				return Optional.empty();
			}
			return Optional.of(new PhoneNumber(phones.format(number, PhoneNumberFormat.E164)));
		}
		catch (NumberParseException ex) {
			return Optional.empty();
		}
	}

}
