package org.sharaka.registry.charity;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

import org.sharaka.chassis.text.BilingualText;

/**
 * What a charity says about itself; public. A component that is added here is stored,
 * published and shown without further code.
 *
 * @param name kept as given, to the character
 * @param fields at least one, in the given order
 */
public record Profile(Kind kind, BilingualText name, Set<Field> fields, Region region) {

	public Profile {
		if (fields.isEmpty()) {
			throw new IllegalArgumentException("no field");
		}
		fields = Collections.unmodifiableSet(new LinkedHashSet<>(fields));
	}

	boolean hasSameKindAndCountry(Profile other) {
		return this.kind.equals(other.kind) && this.region.country().equals(other.region.country());
	}

}
