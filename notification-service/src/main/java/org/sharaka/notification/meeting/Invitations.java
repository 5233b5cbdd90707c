package org.sharaka.notification.meeting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The invitations that this service knows. */
public interface Invitations {

	/** Applies those that are newer than the known state; the others change nothing. */
	void apply(List<Invitation> invitations);

	/** Those of these that are known. */
	Map<String, Invitation> find(Set<String> ids);

	/**
	 * Passes on the charities whose invitation to this meeting is not withdrawn, up to
	 * {@code chunk} at a time.
	 */
	void findInvited(String meetingId, int chunk, Consumer<List<String>> charityIds);

}
