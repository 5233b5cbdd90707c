package org.sharaka.chassis.deadletter;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The replay of many dead letters, as background work.
 *
 * @param total the number of letters when it was started
 * @param replayed letters that were handled
 * @param failed letters that failed again; they stay open
 * @param skipped letters that were not tried because an older letter of their key is
 * still open
 * @param position the last letter that was looked at
 */
record BulkReplay(String id, DeadLetterFilter filter, Status status, Instant startedAt, Instant updatedAt, long total,
		long replayed, long failed, long skipped, DeadLetters.@Nullable Position position) {

	/** How far it is. */
	enum Status {

		/** Is going on, or goes on after a restart. */
		RUNNING,
		/** Has looked at all letters. */
		DONE,
		/** Was ended by an operator. */
		CANCELLED

	}

	BulkReplay replayed(DeadLetter letter) {
		return next(letter, this.replayed + 1, this.failed, this.skipped);
	}

	BulkReplay failed(DeadLetter letter) {
		return next(letter, this.replayed, this.failed + 1, this.skipped);
	}

	BulkReplay skipped(DeadLetter letter) {
		return next(letter, this.replayed, this.failed, this.skipped + 1);
	}

	private BulkReplay next(DeadLetter letter, long replayed, long failed, long skipped) {
		return new BulkReplay(this.id, this.filter, this.status, this.startedAt, this.updatedAt, this.total, replayed,
				failed, skipped, DeadLetters.Position.of(letter));
	}

}
