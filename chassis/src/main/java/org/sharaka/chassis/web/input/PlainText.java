package org.sharaka.chassis.web.input;

/**
 * Parses text that a person wrote. Letters, marks, joiners and direction marks of every
 * script are kept as they are. Control characters, unpaired surrogates and noncharacters
 * are refused, because nobody types them and databases and mail do not keep them.
 */
final class PlainText {

	private PlainText() {
	}

	/**
	 * @param max the largest length in code points, white space around the text included
	 */
	static Parsed<String> parse(String raw, int min, int max, boolean multiline) {
		if (min > 0 && raw.codePoints().allMatch(PlainText::isBlank)) {
			return Parsed.invalid("blank");
		}
		if (!raw.codePoints().allMatch((c) -> isAllowed(c, multiline))) {
			return Parsed.invalid("control-characters");
		}
		String text = raw.strip();
		if (text.codePointCount(0, text.length()) < min) {
			return Parsed.invalid("too-short", min);
		}
		if (raw.codePointCount(0, raw.length()) > max) {
			return Parsed.invalid("too-long", max);
		}
		return Parsed.valid(text);
	}

	/**
	 * As the regular expressions of JSON Schema have it: no-break spaces are blank too.
	 */
	private static boolean isBlank(int c) {
		return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85 || c == 0xFEFF;
	}

	private static boolean isAllowed(int c, boolean multiline) {
		if (c == '\n' || c == '\r' || c == '\t') {
			return multiline;
		}
		return switch (Character.getType(c)) {
			case Character.CONTROL, Character.SURROGATE -> false;
			case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> multiline;
			default -> (c & 0xFFFE) != 0xFFFE && (c < 0xFDD0 || c > 0xFDEF);
		};
	}

}
