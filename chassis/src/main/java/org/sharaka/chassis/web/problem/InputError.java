package org.sharaka.chassis.web.problem;

import java.util.List;

import org.sharaka.chassis.message.Messages;
import org.sharaka.chassis.text.Language;
import org.sharaka.chassis.text.MessageKey;

/**
 * One thing that is wrong with what was sent.
 *
 * @param pointer where: a JSON pointer such as {@code /name/ar} ("" is the whole
 * document), or {@code ?limit} for a query parameter
 * @param code what, for programs; its message is {@code input.<code>} in the bundles
 * @param args values for the message: text, numbers, or {@link MessageKey}s to be
 * translated
 */
public record InputError(String pointer, String code, List<Object> args) {

	public InputError {
		args = List.copyOf(args);
	}

	public static InputError of(String pointer, String code, Object... args) {
		return new InputError(pointer, code, List.of(args));
	}

	/** The text of {@code input.<code>}, or the code if no bundle has one. */
	public String message(Messages messages, Language language) {
		String message = messages.find(language, "input." + this.code, this.args);
		return (message != null) ? message : this.code;
	}

}
