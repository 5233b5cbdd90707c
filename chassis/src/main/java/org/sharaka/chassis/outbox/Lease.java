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

	/** Where nobody ever had it since the outbox was empty. */
	static Bson never() {
		return Filters.exists("lease", false);
	}

	/** Where it ran out. */
	static Bson over(Instant now) {
		return Filters.lt("lease.until", Date.from(now));
	}

	/** Where this one has it. */
	static Bson heldBy(String claim) {
		return Filters.eq("lease.claim", claim);
	}

	/** Takes it, whoever has it. */
	Bson taken() {
		return Updates.set("lease", toDocument(0));
	}

	/**
	 * Takes it with a write, unless there is one, even one that ran out: of two documents
	 * {@code $min} keeps the lesser, their first fields are compared first, and no lease
	 * that is there has the version that only this write makes. Clocks do not matter.
	 * @param version of the aggregate after the write
	 */
	Bson takenIfNoneIsThere(long version) {
		return Updates.min("lease", toDocument(version));
	}

	/** Gives it back, but nobody gets it before this time. */
	static Bson refusedUntil(Instant retryAt) {
		return Updates.set("lease", new Document("version", 0L).append("until", Date.from(retryAt)));
	}

	/**
	 * @param version of the aggregate after the write that takes it; 0 for a claim
	 */
	Document toDocument(long version) {
		return new Document("version", version).append("until", Date.from(this.until)).append("claim", this.claim);
	}

	boolean isHeldIn(Document aggregate) {
		Document lease = aggregate.get("lease", Document.class);
		return lease != null && this.claim.equals(lease.getString("claim"));
	}

}
