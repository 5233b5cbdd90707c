package org.sharaka.chassis.command;

/**
 * An aggregate with this id, or another one with the same unique value, is there already.
 */
public class AlreadyExistsException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public AlreadyExistsException(String id, Throwable cause) {
		super("aggregate " + id + " exists, or one of its unique values does", cause);
	}

}
