package org.sharaka.chassis.outbox;

import java.time.Instant;
import java.util.Date;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The right to publish an aggregate's events, alone, until it runs out. The field
 * {@code lease} of the aggregate's document says who has it.
 *
 * @param claim who: unique to each claim or write
 */
record Lease(String claim, Instant until) {

	/** Where nobody has it, or nobody any more. */
	static Bson free(Instant now) {
		return Filters.or(Filters.exists("lease", false), Filters.lt("lease.until", Date.from(now)));
	}

	/** Where this one has it. */
	static Bson heldBy(String claim) {
		return Filters.eq("lease.claim", claim);
	}

	/** Takes it, whoever has it. */
	Bson taken() {
		return Updates.set("lease", toDocument());
	}

	/**
	 * Takes it unless there is one, even one that has run out: the lesser document stays,
	 * {@code until} is compared first, and this one must run longer than any other.
	 */
	Bson takenIfNoneIsThere() {
		return Updates.min("lease", toDocument());
	}

	/** Gives it back, but nobody gets it before this time. */
	static Bson refusedUntil(Instant retryAt) {
		return Updates.set("lease", new Document("until", Date.from(retryAt)));
	}

	Document toDocument() {
		return new Document("until", Date.from(this.until)).append("claim", this.claim);
	}

	boolean isHeldIn(Document aggregate) {
		Document lease = aggregate.get("lease", Document.class);
		return lease != null && this.claim.equals(lease.getString("claim"));
	}

}
