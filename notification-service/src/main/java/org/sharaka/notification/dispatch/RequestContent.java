package org.sharaka.notification.dispatch;

import java.util.Map;

import org.sharaka.notification.notice.NotificationRequest;

/**
 * A request with its data, parsed once for all its notices of a batch.
 *
 * @param data plain maps, lists and values
 */
record RequestContent(NotificationRequest request, Map<String, Object> data) {
}
