package org.sharaka.registry.charity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.sharaka.chassis.text.Digits;

/**
 * A region of Saudi Arabia or a governorate of Bahrain, by its ISO 3166-2 code.
 *
 * @param code {@code SA-01} … {@code SA-14}, {@code BH-13} … {@code BH-17}
 */
public record Region(String code) {

	private static final Pattern CODE = Pattern.compile("SA-(0[1-9]|1[0-4])|BH-1[3-7]");

	public Region {
		if (!CODE.matcher(code).matches()) {
			throw new IllegalArgumentException("not a region");
		}
	}

	/** The region that a person wrote: any case, any digits. */
	public static Optional<Region> parse(String text) {
		String code = Digits.toAscii(text).toUpperCase(Locale.ROOT);
		return CODE.matcher(code).matches() ? Optional.of(new Region(code)) : Optional.empty();
	}

	/** ISO 3166-1: {@code SA} or {@code BH}. */
	public String country() {
		return this.code.substring(0, 2);
	}

}
