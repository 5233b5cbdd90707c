package org.sharaka.chassis.event;

import java.util.Objects;

/**
 * Thrown if an event can never be handled: it cannot be read, does not match its
 * contract, or asks for something impossible. It is not tried again but becomes a dead
 * letter.
 *
 * <p>
 * The message is for the operators of the publishing system. It names fields and rules,
 * never a value that a person wrote.
 */
public class InvalidEventException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String code;

	/**
	 * @param code short and stable, for machines: {@code not-json},
	 * {@code contract-broken}
	 * @param reason a sentence for people
	 */
	public InvalidEventException(String code, String reason) {
		super(reason);
		this.code = code;
	}

	public String code() {
		return this.code;
	}

	/** The message, never {@code null}. */
	public String reason() {
		return Objects.requireNonNull(getMessage());
	}

}
