package org.sharaka.meeting.charity;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;

/**
 * A charity as this service last heard of it.
 *
 * @param region by ISO 3166-2
 * @param registrationNumber from the first registration on
 * @param sequence the charity's version that this state is of
 */
public record Charity(String id, CharityStatus status, Kind kind, Set<Field> fields, String region, BilingualText name,
		@Nullable String registrationNumber, long sequence) {

	public Charity {
		fields = Set.copyOf(fields);
	}

	public boolean isRegistered() {
		return this.status == CharityStatus.REGISTERED;
	}

	/** Present if this state is one that a charity must not be invited in any more. */
	public Optional<LostStanding> lostStanding() {
		return this.status.endsStanding() ? Optional.of(new LostStanding(this.id, this.status, this.sequence))
				: Optional.empty();
	}

}
