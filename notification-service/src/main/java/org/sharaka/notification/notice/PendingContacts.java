package org.sharaka.notification.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.id.Ids;

/**
 * The charities that are to be notified of an event but whose contacts are not known yet.
 */
public interface PendingContacts {

	/** {@code EXPIRED} if the contacts did not arrive in time. */
	enum Status {

		WAITING, EXPIRED

	}

	/**
	 * A charity to notify as soon as its contacts are known.
	 *
	 * @param id derived from request and charity
	 * @param since when it was recorded
	 */
	record PendingContact(String id, String requestId, String eventId, String eventType, String charityId,
			Status status, Instant since, Instant expiresAt) {

		public static PendingContact of(NotificationRequest request, String charityId, Instant now) {
			return new PendingContact(Ids.derived(request.id(), charityId), request.id(), request.eventId(),
					request.eventType(), charityId, Status.WAITING, now, request.expiresAt());
		}

	}

	/** Adds those that do not exist yet. */
	void add(Collection<PendingContact> pending);

	/** Those of these charities that are waiting, at most {@code limit}. */
	List<PendingContact> find(Set<String> charityIds, int limit);

	/** Removes those whose notices have been created. */
	void remove(Collection<String> ids);

	/**
	 * Marks those whose event is no longer worth a notice.
	 * @return how many
	 */
	long expire(Instant now);

	/** How many are waiting. */
	long count();

	/** Newest first. */
	List<PendingContact> list(Status status, @Nullable String charityId, @Nullable KeysetPosition before, int limit);

}
