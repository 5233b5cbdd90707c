package org.sharaka.meeting.charity;

import java.util.Collection;

/** Is told when charities lose their standing. */
@FunctionalInterface
public interface LostStandingListener {

	/**
	 * The view of the charities has these losses, or later states, already. May be called
	 * again for the same ones.
	 * @param actor the source of the events
	 */
	void onLostStanding(Collection<LostStanding> losses, String actor);

}
