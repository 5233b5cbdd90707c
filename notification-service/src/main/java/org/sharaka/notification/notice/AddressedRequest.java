package org.sharaka.notification.notice;

/** A request with the charities to notify. */
public record AddressedRequest(NotificationRequest request, Recipients recipients) {
}
