package org.sharaka.meeting.invitation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The issuing of invitations. Thread-safe. */
public interface IssuingRuns {

	/** Adds a run, unless it exists. It is leased to nobody. */
	void add(IssuingRun run);

	/** The runs of these meetings, without the ids of their audiences. */
	List<IssuingRun> progress(Collection<String> meetingIds);

	/**
	 * Leases the oldest run of a meeting that is to be continued and that nobody holds.
	 */
	Optional<IssuingRun> lease(String meetingId, Instant now, Instant until);

	/** Leases the oldest run that is to be continued and that nobody holds. */
	Optional<IssuingRun> leaseAny(Instant now, Instant until);

	/**
	 * Writes progress, if nobody else has continued the run in the meantime.
	 * @param until the end of the extended lease; the past gives it back
	 * @return whether it was written
	 */
	boolean save(IssuingRun before, IssuingRun after, Instant until);

	/** Removes the runs of a meeting that does not exist. */
	void removeOf(String meetingId);

}
