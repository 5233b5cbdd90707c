package org.sharaka.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.sharaka.notification.delivery.Channel;

/** All notices. */
public interface Notices {

	/** Adds those that are not there; they are due at once. */
	void create(List<Notice> notices);

	/**
	 * Claims notices that are due, the most urgent first and among equals those that have
	 * been due longest. Nobody else gets them until the lease has run out; then they are
	 * due again. One whose last holder let the lease run out was perhaps sent: that
	 * counts as an attempt.
	 * @param claim unique to this call
	 */
	Claimed claim(Channel channel, String claim, Room room, Instant now, Duration lease);

	/**
	 * How many to claim at most.
	 *
	 * @param urgentOnly whether there is room for urgent ones only
	 */
	record Room(int places, boolean urgentOnly) {
	}

	/**
	 * What was claimed.
	 *
	 * @param more whether more was due than there was room for, or than was won
	 */
	record Claimed(List<Notice> notices, boolean more) {

		public Claimed {
			notices = List.copyOf(notices);
		}

	}

	/** A decided change of a claimed notice, at the version that the claim made. */
	record Decided(Notice notice, NoticeChange change, @Nullable String traceparent) {
	}

	/**
	 * Writes changes of claimed notices and gives the claims back; a change of one that
	 * somebody else has claimed since is dropped, as its version is another.
	 * @return how many were written
	 */
	int write(List<Decided> decided);

	/**
	 * Writes a change of a notice that nobody has claimed.
	 * @return whether it was still at the version that the change was decided on
	 */
	boolean write(Notice notice, NoticeChange change);

	Optional<Notice> find(String id);

	/** What a list is narrowed to; null means all. */
	record Filter(@Nullable String charityId, @Nullable String eventId, @Nullable NoticeStatus status,
			@Nullable Channel channel) {
	}

	/** Newest first. */
	List<Notice> list(Filter filter, @Nullable Place before, int limit);

	/** Something to be called when notices were created by this process. */
	void onCreated(Runnable wake);

}
