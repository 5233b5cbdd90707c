package org.sharaka.registry.charity;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

import org.sharaka.chassis.text.BilingualText;

/**
 * What a charity says that it is; public.
 *
 * @param name kept as given, to the character
 * @param fields at least one, in their order
 */
public record Profile(Kind kind, BilingualText name, Set<Field> fields, Region region) {

	/** The parts of a profile, by their names in JSON. */
	public enum Part {

		kind, name, fields, region

	}

	public Profile {
		if (fields.isEmpty()) {
			throw new IllegalArgumentException("no field");
		}
		fields = Collections.unmodifiableSet(new LinkedHashSet<>(fields));
	}

	/** Which parts differ. */
	public Set<Part> differences(Profile other) {
		Set<Part> parts = new LinkedHashSet<>();
		if (this.kind != other.kind) {
			parts.add(Part.kind);
		}
		if (!this.name.equals(other.name)) {
			parts.add(Part.name);
		}
		if (!this.fields.equals(other.fields)) {
			parts.add(Part.fields);
		}
		if (!this.region.equals(other.region)) {
			parts.add(Part.region);
		}
		return parts;
	}

}
