package org.sharaka.notification.delivery;

/**
 * Receives receipts, on a provider's thread. A receipt may come twice, and may come
 * before {@link Providers#send} has returned the message id that it names: keep what
 * cannot be matched yet. If it throws, the provider is asked to send the receipt again.
 */
@FunctionalInterface
public interface ReceiptListener {

	void received(Receipt receipt);

}
