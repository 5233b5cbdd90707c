package org.sharaka.notification.delivery;

/**
 * What {@link Providers#send} answers.
 *
 * @param provider the name of the provider whose answer this is; {@code none} if the
 * channel has no provider
 */
public record Delivery(String provider, Answer answer) {

}
