package org.sharaka.notification.delivery;

/**
 * Something outside that delivers messages. Thread-safe; {@link #send} blocks for a
 * finite time, and never throws for what the outside does.
 */
public interface Provider extends AutoCloseable {

	/** Unique, lower case: names its breaker, its metrics and its settings. */
	String name();

	Channel channel();

	/**
	 * What one send costs of the provider's rate, in its own unit of charging (SMS:
	 * parts). At least 1.
	 */
	default int cost(OutgoingMessage message) {
		return 1;
	}

	SendResult send(OutgoingMessage message);

	/** Ends its connections in good order. */
	@Override
	void close();

}
