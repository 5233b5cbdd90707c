package org.sharaka.chassis.web.input;

/**
 * What a person wrote. Kept to the character inside; letters, marks, joiners and
 * direction marks of any script are welcome. Refused is what no person types and what no
 * database or mail keeps: control characters, halves of surrogate pairs, non-characters.
 */
final class PlainText {

	private PlainText() {
	}

	static Parsed<String> parse(String raw, int min, int max, boolean lines) {
		String text = raw.strip();
		if (text.isEmpty() && min > 0) {
			return Parsed.invalid("blank");
		}
		if (!text.codePoints().allMatch((c) -> isAllowed(c, lines))) {
			return Parsed.invalid("control-characters");
		}
		int length = text.codePointCount(0, text.length());
		if (length < min) {
			return Parsed.invalid("too-short", min);
		}
		if (length > max) {
			return Parsed.invalid("too-long", max);
		}
		return Parsed.valid(text);
	}

	private static boolean isAllowed(int c, boolean lines) {
		if (c == '\n' || c == '\r' || c == '\t') {
			return lines;
		}
		return switch (Character.getType(c)) {
			case Character.CONTROL, Character.SURROGATE -> false;
			case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> lines;
			default -> (c & 0xFFFE) != 0xFFFE && (c < 0xFDD0 || c > 0xFDEF);
		};
	}

}
