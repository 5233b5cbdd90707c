package org.sharaka.notification.sending;

import java.util.Map;

import org.sharaka.notification.notice.Occasion;

/**
 * An occasion with its data, read once for all its notices of a batch.
 *
 * @param data plain maps, lists and values
 */
record Telling(Occasion occasion, Map<String, Object> data) {
}
