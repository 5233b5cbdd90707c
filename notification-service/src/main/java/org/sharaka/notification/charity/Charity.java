package org.sharaka.notification.charity;

import java.time.Instant;
import java.util.Set;

import org.sharaka.chassis.text.BilingualText;

/**
 * A charity as its latest event described it. Kinds, fields and statuses that this
 * service does not know are kept as they are.
 *
 * @param status such as {@code REGISTERED}
 * @param kind such as {@code ASSOCIATION}
 * @param fields sections of the ICNP/TSO
 * @param region ISO 3166-2
 * @param sequence of the event
 * @param changedAt the event's time
 */
public record Charity(String id, String status, String kind, Set<String> fields, String region, BilingualText name,
		long sequence, Instant changedAt) {
}
