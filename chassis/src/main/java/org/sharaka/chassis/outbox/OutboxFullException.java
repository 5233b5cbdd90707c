package org.sharaka.chassis.outbox;

/**
 * So many events of an aggregate wait to be published that its document has no room for
 * more. The same command succeeds when the broker has taken the events.
 */
public class OutboxFullException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public OutboxFullException(String id) {
		super("the outbox of aggregate " + id + " is full until the broker takes its events");
	}

}
