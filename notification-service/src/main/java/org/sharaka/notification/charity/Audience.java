package org.sharaka.notification.charity;

import java.util.Set;

/**
 * Whom an announcement addresses. A registered charity is addressed if {@code charities}
 * names it, or if it matches each of the other three that is given; if none of the four
 * is given, every registered charity is. One that is not registered is never addressed,
 * not even by its id.
 *
 * @param charities ids
 * @param fields a charity matches with any one of its fields
 */
public record Audience(Set<String> charities, Set<String> kinds, Set<String> fields, Set<String> regions) {

	public Audience {
		charities = Set.copyOf(charities);
		kinds = Set.copyOf(kinds);
		fields = Set.copyOf(fields);
		regions = Set.copyOf(regions);
	}

	/** Whether kinds, fields or regions are given. */
	public boolean hasCriteria() {
		return !(this.kinds.isEmpty() && this.fields.isEmpty() && this.regions.isEmpty());
	}

	/** Whether every registered charity is addressed. */
	public boolean isEveryone() {
		return this.charities.isEmpty() && !hasCriteria();
	}

}
