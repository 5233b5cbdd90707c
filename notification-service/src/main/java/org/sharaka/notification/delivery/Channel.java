package org.sharaka.notification.delivery;

/**
 * How a notice travels.
 */
public enum Channel {

	EMAIL, SMS

}
