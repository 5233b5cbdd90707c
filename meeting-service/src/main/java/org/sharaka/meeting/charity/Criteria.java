package org.sharaka.meeting.charity;

import java.util.Collections;
import java.util.Set;

/**
 * Selects charities: a charity matches when, for every set that is not empty, it is of
 * one of the kinds, works in one of the fields, is in one of the regions.
 */
public record Criteria(Set<Kind> kinds, Set<Field> fields, Set<String> regions) {

	/** Selects nothing. */
	public static final Criteria NONE = new Criteria(Set.of(), Set.of(), Set.of());

	public Criteria {
		kinds = Set.copyOf(kinds);
		fields = Set.copyOf(fields);
		regions = Set.copyOf(regions);
	}

	/** Without any criterion, which selects no charity rather than all of them. */
	public boolean isEmpty() {
		return this.kinds.isEmpty() && this.fields.isEmpty() && this.regions.isEmpty();
	}

	public boolean matches(Charity charity) {
		return !isEmpty() && (this.kinds.isEmpty() || this.kinds.contains(charity.kind()))
				&& (this.fields.isEmpty() || !Collections.disjoint(this.fields, charity.fields()))
				&& (this.regions.isEmpty() || this.regions.contains(charity.region()));
	}

}
