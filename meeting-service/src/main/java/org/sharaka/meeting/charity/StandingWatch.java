package org.sharaka.meeting.charity;

import java.util.Collection;

/** Whoever must act when charities lose their standing. */
@FunctionalInterface
public interface StandingWatch {

	/**
	 * The view of the charities already has these losses, or something later. May be
	 * called again for the same ones.
	 */
	void lost(Collection<LostStanding> losses);

}
