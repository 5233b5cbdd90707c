package org.sharaka.meeting.meeting;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.sharaka.meeting.charity.Charities;
import org.sharaka.meeting.charity.Charity;
import org.sharaka.meeting.charity.StandingWatch;

/**
 * Looks through all charities without standing for invitations that are still open. It
 * finds one only if a process died between the write of a meeting and its look at the
 * view, while the charity was being suspended.
 */
public class StandingAudit {

	private static final int BATCH = 500;

	private final Charities charities;

	private final StandingWatch watch;

	public StandingAudit(Charities charities, StandingWatch watch) {
		this.charities = charities;
		this.watch = watch;
	}

	/** Goes once through all. */
	public void run() {
		@Nullable String after = null;
		List<Charity> batch;
		do {
			batch = this.charities.withoutStanding(after, BATCH);
			if (!batch.isEmpty()) {
				this.watch.lost(batch.stream().map(Charity::lostStanding).flatMap(Optional::stream).toList());
				after = batch.getLast().id();
			}
		}
		while (batch.size() == BATCH);
	}

}
