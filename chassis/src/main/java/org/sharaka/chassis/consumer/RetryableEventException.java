package org.sharaka.chassis.consumer;

/**
 * Thrown if an event cannot be handled yet, because something that it refers to has not
 * arrived. It is tried again, and becomes a dead letter with this reason when its
 * attempts are used up.
 */
public class RetryableEventException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String code;

	/**
	 * @param code short and stable, for machines: {@code unknown-charity}
	 * @param reason a sentence for the operators of the publishing system; ids, never
	 * what a person wrote
	 */
	public RetryableEventException(String code, String reason) {
		super(reason);
		this.code = code;
	}

	public String code() {
		return this.code;
	}

}
