package org.sharaka.notification.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.id.Ids;

/**
 * Charities that are to be told something but whose contacts are not known yet.
 */
public interface Waiting {

	/** Whether it still waits. */
	enum Status {

		WAITING, EXPIRED

	}

	/**
	 * A charity that is to be told of an occasion.
	 *
	 * @param id derived from the other two
	 */
	record Wait(String id, String occasionId, String eventId, String eventType, String charityId, Status status,
			Instant since, Instant expiresAt) {

		static Wait of(Occasion occasion, String charityId, Instant now) {
			return new Wait(Ids.derived(occasion.id(), charityId), occasion.id(), occasion.eventId(),
					occasion.eventType(), charityId, Status.WAITING, now, occasion.expiresAt());
		}

	}

	/** Adds those that are not there. */
	void add(Collection<Wait> waits);

	/** What waits for the contacts of these charities, up to a limit. */
	List<Wait> of(Set<String> charityIds, int limit);

	/** Removes those that have become notices. */
	void settle(Collection<String> ids);

	/**
	 * Gives up those whose occasion is no longer worth telling.
	 * @return how many
	 */
	long expire(Instant now);

	/** How many still wait. */
	long count();

	/** Newest first. */
	List<Wait> list(Status status, @Nullable String charityId, @Nullable Place before, int limit);

}
