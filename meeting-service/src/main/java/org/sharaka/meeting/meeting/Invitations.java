package org.sharaka.meeting.meeting;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The invitations of one meeting, one per charity, in the order of the charities' ids.
 * None goes away.
 */
public record Invitations(List<Invitation> all) {

	public Invitations {
		all = List.copyOf(all);
	}

	public Optional<Invitation> of(String charityId) {
		return this.all.stream().filter((one) -> one.charityId().equals(charityId)).findFirst();
	}

	/** The charities whose invitations are like this, in order. */
	public List<String> charities(Predicate<Invitation> wanted) {
		return this.all.stream().filter(wanted).map(Invitation::charityId).toList();
	}

	/** How many there are of each status; none is 0. */
	public Map<InvitationStatus, Integer> tally() {
		Map<InvitationStatus, Integer> tally = new EnumMap<>(InvitationStatus.class);
		for (InvitationStatus status : InvitationStatus.values()) {
			tally.put(status, 0);
		}
		this.all.forEach((invitation) -> tally.merge(invitation.status(), 1, Integer::sum));
		return tally;
	}

	Invitations each(UnaryOperator<Invitation> change) {
		return new Invitations(this.all.stream().map(change).toList());
	}

}
