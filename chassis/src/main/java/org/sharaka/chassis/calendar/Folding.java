package org.sharaka.chassis.calendar;

import java.util.regex.Pattern;

/**
 * Folds content lines at 75 octets of UTF-8 (RFC 5545, 3.1), never inside a character.
 * ical4j folds at 73 characters, which in Arabic are up to 146 octets.
 */
final class Folding {

	private static final int MAX_OCTETS = 75;

	private static final Pattern LINE_END = Pattern.compile("\r?\n");

	private Folding() {
	}

	static String fold(String unfolded) {
		StringBuilder folded = new StringBuilder(unfolded.length() + unfolded.length() / 8);
		for (String line : LINE_END.split(unfolded)) {
			foldLine(line, folded);
			folded.append("\r\n");
		}
		return folded.toString();
	}

	private static void foldLine(String line, StringBuilder folded) {
		int octets = 0;
		for (int index = 0; index < line.length();) {
			int codePoint = line.codePointAt(index);
			int width = octets(codePoint);
			if (octets + width > MAX_OCTETS) {
				folded.append("\r\n ");
				octets = 1;
			}
			folded.appendCodePoint(codePoint);
			octets += width;
			index += Character.charCount(codePoint);
		}
	}

	private static int octets(int codePoint) {
		if (codePoint < 0x80) {
			return 1;
		}
		if (codePoint < 0x800) {
			return 2;
		}
		return (codePoint < 0x10000) ? 3 : 4;
	}

}
