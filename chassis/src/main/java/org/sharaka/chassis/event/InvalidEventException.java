package org.sharaka.chassis.event;

import java.util.Objects;

/**
 * An event that will never be usable as it is: it cannot be read, breaks its contract, or
 * asks for what cannot be. It is not tried again but goes to the dead-letter topic.
 *
 * <p>
 * The message is for a person at the publishing system. It names fields and rules, never
 * what a person wrote.
 */
public class InvalidEventException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String code;

	/**
	 * @param code short and stable, for machines: {@code not-json},
	 * {@code contract-broken}
	 * @param reason a sentence, for people
	 */
	public InvalidEventException(String code, String reason) {
		super(reason);
		this.code = code;
	}

	public String code() {
		return this.code;
	}

	/** The message, which is never absent here. */
	public String reason() {
		return Objects.requireNonNull(getMessage());
	}

}
