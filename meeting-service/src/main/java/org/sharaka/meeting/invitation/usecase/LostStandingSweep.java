package org.sharaka.meeting.invitation.usecase;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.sharaka.meeting.charity.Charities;
import org.sharaka.meeting.charity.Charity;
import org.sharaka.meeting.charity.LostStandingListener;

/**
 * Looks for open invitations of all charities without standing. There are some only if a
 * process died between opening an invitation and looking at the view again, while the
 * charity was being suspended.
 */
public class LostStandingSweep {

	private static final int PAGE_SIZE = 500;

	private static final String ACTOR = "/meeting-service";

	private final Charities charities;

	private final LostStandingListener listener;

	public LostStandingSweep(Charities charities, LostStandingListener listener) {
		this.charities = charities;
		this.listener = listener;
	}

	/** Goes through all of them once. */
	public void run() {
		@Nullable String after = null;
		List<Charity> page;
		do {
			page = this.charities.withoutStanding(after, PAGE_SIZE);
			if (!page.isEmpty()) {
				this.listener.onLostStanding(
						page.stream().flatMap((charity) -> charity.lostStanding().stream()).toList(), ACTOR);
				after = page.getLast().id();
			}
		}
		while (page.size() == PAGE_SIZE);
	}

}
