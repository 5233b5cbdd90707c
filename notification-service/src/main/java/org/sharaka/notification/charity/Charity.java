package org.sharaka.notification.charity;

import java.util.Set;

import org.sharaka.chassis.text.BilingualText;

/**
 * A charity as its last event told.
 *
 * @param status such as {@code REGISTERED}
 * @param kind such as {@code ASSOCIATION}
 * @param fields sections of the ICNP/TSO
 * @param region ISO 3166-2
 * @param sequence the version that the event made
 */
public record Charity(String id, String status, String kind, Set<String> fields, String region, BilingualText name,
		long sequence) {

	public Charity {
		fields = Set.copyOf(fields);
	}

}
