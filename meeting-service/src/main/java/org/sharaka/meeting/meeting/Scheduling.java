package org.sharaka.meeting.meeting;

import java.util.Collection;

import org.sharaka.chassis.command.AlreadyExistsException;
import org.sharaka.meeting.charity.Charity;
import org.sharaka.meeting.meeting.Outcome.Change;

/** Schedules meetings. */
public class Scheduling {

	private final Meetings meetings;

	private final StandingCheck standing;

	public Scheduling(Meetings meetings, StandingCheck standing) {
		this.meetings = meetings;
		this.standing = standing;
	}

	/**
	 * Schedules a meeting and invites these charities, unless a meeting with this id is
	 * there already: then it was this same command that made it. Afterwards looks whether
	 * they still are registered, and withdraws the invitations of those that are not.
	 * @return the meeting as it is then
	 */
	public Meeting schedule(String id, MeetingPlan plan, Collection<Charity> charities) {
		Change scheduled = Meeting.schedule(id, plan, charities);
		try {
			this.meetings.add(scheduled);
			return this.standing.recheck(scheduled.after());
		}
		catch (AlreadyExistsException repeated) {
			return this.standing.recheck(this.meetings.find(id).orElseThrow(() -> repeated));
		}
	}

}
