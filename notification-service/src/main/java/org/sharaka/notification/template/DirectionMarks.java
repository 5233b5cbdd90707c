package org.sharaka.notification.template;

import java.util.stream.Collectors;

import org.sharaka.chassis.text.Language;

/**
 * Marks the runs of a text whose direction is not the text's own. Between rendering and
 * output the marks are Unicode noncharacters, which no interchanged text has; text/plain
 * gets the isolates of UAX #9, HTML gets {@code <bdi>}, and subject and SMS get nothing.
 */
final class DirectionMarks {

	static final char RTL = '\uFDD0';

	static final char LTR = '\uFDD1';

	static final char AUTO = '\uFDD2';

	static final char END = '\uFDD3';

	private DirectionMarks() {
	}

	static boolean isMark(char c) {
		return c >= RTL && c <= END;
	}

	/** Marks each line separately, because an isolate ends with its line. */
	static String mark(String value, Language language) {
		return eachLine(value, (language == Language.AR) ? RTL : LTR);
	}

	/**
	 * Marks a value of unknown language if it has a letter that runs against the text.
	 */
	static String markIfForeign(String value, Language around) {
		return hasLetterAgainst(around, value) ? eachLine(value, AUTO) : value;
	}

	private static String eachLine(String value, char mark) {
		return value.lines().map((line) -> line.isBlank() ? line : mark + line + END).collect(Collectors.joining("\n"));
	}

	static boolean hasLetterAgainst(Language around, String value) {
		return value.codePoints().anyMatch((c) -> switch (Character.getDirectionality(c)) {
			case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> around == Language.AR;
			case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
				around == Language.EN;
			default -> false;
		});
	}

	static String strip(String marked) {
		StringBuilder plain = new StringBuilder(marked.length());
		for (int i = 0; i < marked.length(); i++) {
			if (!isMark(marked.charAt(i))) {
				plain.append(marked.charAt(i));
			}
		}
		return plain.toString();
	}

	/** RLI, LRI, FSI and PDI. */
	static String toIsolates(String marked) {
		return marked.replace(RTL, '\u2067').replace(LTR, '\u2066').replace(AUTO, '\u2068').replace(END, '\u2069');
	}

}
