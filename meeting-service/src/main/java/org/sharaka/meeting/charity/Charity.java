package org.sharaka.meeting.charity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;

/**
 * A charity in the state that its latest event carried.
 *
 * @param region by ISO 3166-2
 * @param registrationNumber from the first registration on
 * @param sequence the version of the charity that this state belongs to
 * @param changedAt the time of the event
 */
public record Charity(String id, CharityStatus status, Kind kind, Set<Field> fields, String region, BilingualText name,
		@Nullable String registrationNumber, long sequence, Instant changedAt) {

	public Charity {
		fields = Set.copyOf(fields);
	}

	public boolean isRegistered() {
		return this.status == CharityStatus.REGISTERED;
	}

	/** Present if a charity in this state must not be invited any more. */
	public Optional<LostStanding> lostStanding() {
		return this.status.endsStanding() ? Optional.of(new LostStanding(this.id, this.status, this.sequence))
				: Optional.empty();
	}

}
