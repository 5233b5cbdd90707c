package org.sharaka.meeting.meeting;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.sharaka.meeting.meeting.MeetingRefusal.MeetingCancelled;
import org.sharaka.meeting.meeting.MeetingRefusal.MeetingStarted;
import org.sharaka.meeting.meeting.MeetingRefusal.TimeNotAllowed;

/**
 * A rule for commands of one type.
 *
 * @param <C> what the rule looks at
 */
@FunctionalInterface
public interface MeetingPolicy<C> {

	/** Why the rule forbids the command; empty if it allows it. */
	Optional<MeetingRefusal> check(C command, Instant now, Profile profile);

	/** A cancelled meeting stays as it is; another one can be scheduled. */
	MeetingPolicy<Meeting> ONLY_SCHEDULED = (meeting, now, profile) -> (meeting.status() == Meeting.Status.SCHEDULED)
			? Optional.empty() : Optional.of(new MeetingCancelled());

	/** A meeting that has begun is neither changed nor answered. */
	MeetingPolicy<Meeting> ONLY_BEFORE_START = (meeting, now, profile) -> meeting.time().isAfter(now) ? Optional.empty()
			: Optional.of(new MeetingStarted());

	/** Nobody is invited to a meeting that has begun. */
	MeetingPolicy<MeetingTime> IN_FUTURE = (time, now, profile) -> time.isAfter(now) ? Optional.empty()
			: Optional.of(new TimeNotAllowed("not-in-future"));

	/** A year that is mistyped by a century is found here. */
	MeetingPolicy<MeetingTime> WITHIN_HORIZON = (time, now,
			profile) -> time.instant().isBefore(now.atOffset(ZoneOffset.UTC).plus(profile.horizon()).toInstant())
					? Optional.empty() : Optional.of(new TimeNotAllowed("too-far-ahead"));

	/** For every command on a meeting, and for answers to its invitations. */
	List<MeetingPolicy<Meeting>> FOR_CHANGES = List.of(ONLY_SCHEDULED, ONLY_BEFORE_START);

	/** For a time that a meeting is scheduled for or moved to. */
	List<MeetingPolicy<MeetingTime>> FOR_TIMES = List.of(IN_FUTURE, WITHIN_HORIZON);

	/** The first refusal of these policies, by the rules in force at this time. */
	static <C> Optional<MeetingRefusal> firstRefusal(List<MeetingPolicy<C>> policies, C command, Instant now) {
		Profile profile = Profile.inForceAt(now);
		return policies.stream().flatMap((policy) -> policy.check(command, now, profile).stream()).findFirst();
	}

	/**
	 * Figures that a regulation may change from a date on.
	 *
	 * @param horizon how far ahead meetings can be planned
	 */
	record Profile(Period horizon) {

		private static final Profile FIRST = new Profile(Period.ofYears(10));

		/** There has been only one so far. */
		static Profile inForceAt(Instant now) {
			return FIRST;
		}

	}

}
