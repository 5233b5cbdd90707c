package org.sharaka.chassis.text;

/** Digits as people of the region type them. */
public final class Digits {

	private Digits() {
	}

	/**
	 * Turns Arabic-Indic (٠–٩) and Eastern Arabic-Indic (۰–۹) digits into ASCII ones and
	 * leaves everything else alone. For machine fields only, never for names or prose.
	 */
	public static String toAscii(String text) {
		StringBuilder ascii = new StringBuilder(text.length());
		text.chars().forEach((c) -> ascii.append(toAscii((char) c)));
		return ascii.toString();
	}

	private static char toAscii(char c) {
		if (c >= '\u0660' && c <= '\u0669') {
			return (char) (c - '\u0660' + '0');
		}
		if (c >= '\u06F0' && c <= '\u06F9') {
			return (char) (c - '\u06F0' + '0');
		}
		return c;
	}

}
