package org.sharaka.chassis.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Leases on the aggregates of one collection that have something to publish. Whoever
 * holds an aggregate's lease is the only one to publish its events, until the lease runs
 * out.
 */
final class Claims {

	private static final Date EVER = new Date(0);

	private final MongoCollection<Document> collection;

	private final Duration lease;

	Claims(MongoCollection<Document> collection, Duration lease) {
		this.collection = collection;
		this.lease = lease;
	}

	/** An aggregate under lease, with its outbox, oldest first. */
	record Claimed(String aggregateId, long version, List<PendingEvent> outbox) {
	}

	/**
	 * Claims up to {@code limit} aggregates, those that have waited longest first: one
	 * find for candidates, one conditional update that only one of many relays wins per
	 * aggregate, one find for what was won.
	 * @param claim unique to this call
	 */
	List<Claimed> claim(String claim, int limit, Instant now) {
		Bson free = Filters.or(Filters.exists("lease", false), Filters.lt("lease.until", Date.from(now)));
		List<String> candidates = this.collection.find(Filters.and(Filters.gt("outboxSince", EVER), free))
			.sort(Sorts.ascending("outboxSince"))
			.limit(limit)
			.projection(Projections.include("_id"))
			.map((document) -> document.getString("_id"))
			.into(new ArrayList<>());
		if (candidates.isEmpty()) {
			return List.of();
		}
		Bson among = Filters.in("_id", candidates);
		Document lease = new Document("claim", claim).append("until", Date.from(now.plus(this.lease)));
		if (this.collection.updateMany(Filters.and(among, free), Updates.set("lease", lease)).getModifiedCount() == 0) {
			return List.of();
		}
		return this.collection.find(Filters.and(among, Filters.eq("lease.claim", claim)))
			.projection(Projections.include("version", "outbox"))
			.map(Claims::claimed)
			.into(new ArrayList<>());
	}

	private static Claimed claimed(Document document) {
		List<Document> outbox = document.getList("outbox", Document.class, List.of());
		return new Claimed(document.getString("_id"), AggregateCollection.versionOf(document),
				outbox.stream().map(PendingEvent::of).toList());
	}

	/**
	 * What became of a claimed aggregate: how many of its events, from the first, the
	 * broker has acknowledged.
	 */
	record Settled(Claimed claimed, int published) {

		boolean entirely() {
			return this.published == this.claimed.outbox().size();
		}

	}

	/**
	 * Removes what was published and gives the leases back, in one command, or two if
	 * commands changed aggregates in the meantime.
	 * @param retryAt when an aggregate whose events could not all be published may be
	 * claimed again, so that it does not take the place of those that can
	 */
	void settle(String claim, List<Settled> settled, Instant retryAt) {
		List<UpdateOneModel<Document>> emptied = settled.stream()
			.filter(Settled::entirely)
			.map((one) -> emptied(one.claimed()))
			.toList();
		int matched = emptied.isEmpty() ? 0 : write(emptied);
		if (matched < settled.size()) {
			write(settled.stream().map((one) -> shortened(claim, one, retryAt)).toList());
		}
	}

	/**
	 * The version tells that nothing was appended since the claim, so the outbox holds
	 * just what was published, whoever holds the lease by now.
	 */
	private static UpdateOneModel<Document> emptied(Claimed claimed) {
		return new UpdateOneModel<>(AggregateCollection.atVersion(claimed.aggregateId(), claimed.version()),
				Updates.combine(Updates.unset("outbox"), Updates.unset("outboxSince"), Updates.unset("lease")));
	}

	/**
	 * Something was appended, or not all was published: the sweep comes back for the
	 * rest.
	 */
	private static UpdateOneModel<Document> shortened(String claim, Settled settled, Instant retryAt) {
		List<String> published = settled.claimed()
			.outbox()
			.subList(0, settled.published())
			.stream()
			.map(PendingEvent::id)
			.toList();
		Bson lease = settled.entirely() ? Updates.unset("lease")
				: Updates.set("lease", new Document("until", Date.from(retryAt)));
		return new UpdateOneModel<>(held(claim, settled.claimed()),
				Updates.combine(Updates.pull("outbox", Filters.in("id", published)), lease));
	}

	private static Bson held(String claim, Claimed claimed) {
		return Filters.and(Filters.eq("_id", claimed.aggregateId()), Filters.eq("lease.claim", claim));
	}

	private int write(List<UpdateOneModel<Document>> updates) {
		return this.collection.bulkWrite(updates, new BulkWriteOptions().ordered(false)).getMatchedCount();
	}

	/** Since when the oldest unpublished event has waited. */
	Optional<Instant> oldest() {
		return Optional.ofNullable(this.collection.find(Filters.gt("outboxSince", EVER))
			.sort(Sorts.ascending("outboxSince"))
			.limit(1)
			.projection(Projections.include("outboxSince"))
			.map((document) -> document.getDate("outboxSince").toInstant())
			.first());
	}

}
