package org.sharaka.chassis.consumer;

/**
 * Thrown if the handler fails for the events of several keys, so that the handler is at
 * fault and not the events. The partition pauses: the same events come again.
 */
final class HandlerFailureException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	HandlerFailureException(String type, Throwable cause) {
		super("the handler fails for all events of type " + type, cause);
	}

}
