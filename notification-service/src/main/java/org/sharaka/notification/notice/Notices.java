package org.sharaka.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.sharaka.notification.delivery.Channel;

/** All notices. */
public interface Notices {

	/** Adds those that do not exist yet; they are due at once. */
	void create(List<Notice> notices);

	/**
	 * Takes a lease on notices that are due, in order of priority and then of due time.
	 * No other caller gets them until the lease expires; then they are due again. A
	 * notice whose previous lease expired may have been sent, so that counts as an
	 * attempt.
	 * @param leaseId unique to this call
	 */
	LeasedNotices lease(Channel channel, String leaseId, Capacity capacity, Instant now, Duration duration);

	/**
	 * How many notices a caller can take.
	 *
	 * @param urgentOnly whether it takes urgent notices only
	 */
	record Capacity(int notices, boolean urgentOnly) {
	}

	/**
	 * The notices that a caller holds now.
	 *
	 * @param hasMore whether more are due, as far as this call has seen
	 */
	record LeasedNotices(List<Notice> notices, boolean hasMore) {

		public LeasedNotices {
			notices = List.copyOf(notices);
		}

	}

	/**
	 * Writes updates and ends the leases. An update whose notice has changed since the
	 * version that it was decided on has no effect.
	 * @return how many had an effect
	 */
	int write(List<NoticeUpdate> updates);

	Optional<Notice> find(String id);

	/** Restricts a list; null does not restrict. */
	record Filter(@Nullable String charityId, @Nullable String eventId, @Nullable NoticeStatus status,
			@Nullable Channel channel) {
	}

	/** Newest first. */
	List<Notice> list(Filter filter, @Nullable KeysetPosition before, int limit);

	/** Registers a callback for notices that this process creates. */
	void onCreated(Runnable callback);

}
