package org.sharaka.chassis.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;

/**
 * Taken keys that a bulk of writes met. Where a key is the guard (an insertion of what
 * exists, an upsert of what is newer already), meeting one is an answer, not a failure.
 */
public final class DuplicateKeys {

	private DuplicateKeys() {
	}

	/**
	 * How many writes met one.
	 * @throws MongoBulkWriteException the failure itself, if anything else went wrong too
	 */
	public static int in(MongoBulkWriteException failure) {
		boolean nothingElse = failure.getWriteConcernError() == null && failure.getWriteErrors()
			.stream()
			.allMatch((error) -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
		if (!nothingElse) {
			throw failure;
		}
		return failure.getWriteErrors().size();
	}

}
