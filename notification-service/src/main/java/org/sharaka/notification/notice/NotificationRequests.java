package org.sharaka.notification.notice;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The events that charities are or were notified of. */
public interface NotificationRequests {

	/**
	 * Adds those that do not exist yet.
	 * @return the ids of those that are complete already
	 */
	Set<String> begin(Collection<NotificationRequest> requests);

	/** Records that all notices of these exist, or are pending until contacts arrive. */
	void complete(Collection<String> ids);

	Map<String, NotificationRequest> find(Set<String> ids);

}
