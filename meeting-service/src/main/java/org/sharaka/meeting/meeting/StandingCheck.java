package org.sharaka.meeting.meeting;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.sharaka.meeting.charity.Charities;
import org.sharaka.meeting.charity.Charity;
import org.sharaka.meeting.charity.LostStanding;
import org.sharaka.meeting.charity.StandingWatch;

/**
 * Sees to it that no charity without standing keeps an open invitation: from the side of
 * the charity, when it loses its standing, and from the side of the meeting, after one
 * has been written that has invitations opened.
 */
public class StandingCheck implements StandingWatch {

	private final Charities charities;

	private final Meetings meetings;

	private final MeetingChanges changes;

	private final Clock clock;

	public StandingCheck(Charities charities, Meetings meetings, MeetingChanges changes, Clock clock) {
		this.charities = charities;
		this.meetings = meetings;
		this.changes = changes;
		this.clock = clock;
	}

	/** Withdraws what they have open; one write for each meeting concerned. */
	@Override
	public void lost(Collection<LostStanding> losses) {
		List<String> charityIds = losses.stream().map(LostStanding::charityId).toList();
		this.meetings.withOpenInvitations(charityIds, this.clock.instant()).forEach((id) -> withdraw(id, losses));
	}

	/** Looks at the charities invited as they are now. To be called after the write. */
	public Meeting recheck(Meeting written) {
		return recheck(written, written.invitations().charities((one) -> one.status().isOpen()));
	}

	/** Looks at one of the charities invited, as it is now. */
	public Meeting recheck(Meeting written, String charityId) {
		return recheck(written, List.of(charityId));
	}

	private Meeting recheck(Meeting written, List<String> open) {
		List<LostStanding> losses = this.charities.withoutStanding(open)
			.stream()
			.map(Charity::lostStanding)
			.flatMap(Optional::stream)
			.toList();
		return losses.isEmpty() ? written : withdraw(written.id(), losses);
	}

	private Meeting withdraw(String id, Collection<LostStanding> losses) {
		return this.changes.change(id, null, (any) -> {
		}, (meeting) -> meeting.withdraw(losses, this.clock.instant()));
	}

}
