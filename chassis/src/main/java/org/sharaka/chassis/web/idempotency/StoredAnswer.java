package org.sharaka.chassis.web.idempotency;

import java.util.Map;

/**
 * An answer that is kept to be given again.
 *
 * @param headers those that the body cannot be understood without, and the location
 */
record StoredAnswer(int status, Map<String, String> headers, byte[] body) {
}
