package org.sharaka.chassis.outbox;

import java.time.Instant;
import java.util.Date;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The exclusive right to publish an aggregate's events until a point in time. It is the
 * field {@code lease} of the aggregate's document. An aggregate with unpublished events
 * always has the field: if no relay holds a lease, it is the open lease, which ended long
 * ago.
 *
 * @param claim identifies the claim or the write that acquired the lease
 */
record Lease(String claim, Instant until) {

	private static final Date EPOCH = new Date(0);

	/** Sorts after every lease that a relay or a write has acquired. */
	private static final Document OPEN = new Document("version", Long.MAX_VALUE).append("until", EPOCH);

	/** Matches documents whose events no relay has tried to publish yet. */
	static Bson open() {
		return Filters.eq("lease.until", EPOCH);
	}

	/** Matches documents whose last holder failed or has died. */
	static Bson expired(Instant now) {
		return Filters.and(Filters.gt("lease.until", EPOCH), Filters.lt("lease.until", Date.from(now)));
	}

	/** Matches documents on which nobody holds a lease. */
	static Bson available(Instant now) {
		return Filters.or(Filters.exists("lease", false), Filters.lt("lease.until", Date.from(now)));
	}

	/** Matches documents on which this claim holds the lease. */
	static Bson heldBy(String claim) {
		return Filters.eq("lease.claim", claim);
	}

	/** Acquires the lease unconditionally. */
	Bson acquire() {
		return Updates.set("lease", toDocument(0));
	}

	/**
	 * Acquires the lease as part of a write, unless a relay holds one, even one that
	 * expired. {@code $min} keeps the lesser of two documents and compares their first
	 * fields first. The version after this write is greater than the version in any lease
	 * that was acquired before and less than the one in the open lease, so clocks do not
	 * matter.
	 * @param version of the aggregate after the write
	 */
	Bson acquireIfAbsent(long version) {
		return Updates.min("lease", toDocument(version));
	}

	/** Sets the open lease as part of a write, unless there is any lease. */
	static Bson openIfAbsent() {
		return Updates.min("lease", OPEN);
	}

	/** Extends the lease. */
	Bson renew() {
		return Updates.set("lease.until", Date.from(this.until));
	}

	/** Returns the lease while there are unpublished events. */
	static Bson release() {
		return Updates.set("lease", OPEN);
	}

	/** Returns the lease so that no relay acquires it before this time. */
	static Bson releaseUntil(Instant retryAt) {
		return Updates.set("lease", new Document("version", 0L).append("until", Date.from(retryAt)));
	}

	/**
	 * @param version of the aggregate after the write that acquires the lease; 0 for a
	 * claim
	 */
	Document toDocument(long version) {
		return new Document("version", version).append("until", Date.from(this.until)).append("claim", this.claim);
	}

	/** The lease of a new document with events that no relay is to publish at once. */
	static Document openDocument() {
		return OPEN;
	}

	/** The claim that holds the lease in a document; empty if there is none. */
	static String claimIn(Document aggregate) {
		Document lease = aggregate.get("lease", Document.class);
		return (lease != null && lease.getString("claim") != null) ? lease.getString("claim") : "";
	}

	boolean isHeldIn(Document aggregate) {
		return this.claim.equals(claimIn(aggregate));
	}

}
