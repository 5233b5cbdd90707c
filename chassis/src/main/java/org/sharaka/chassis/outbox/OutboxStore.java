package org.sharaka.chassis.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Leases on the aggregates of one collection that have something to publish. Whoever
 * holds an aggregate's lease is the only one to publish its events, until the lease runs
 * out.
 */
final class OutboxStore {

	private static final Date EVER = new Date(0);

	private final MongoCollection<Document> collection;

	private final @Nullable HistoryCollection history;

	OutboxStore(MongoCollection<Document> collection, @Nullable HistoryCollection history) {
		this.collection = collection;
		this.history = history;
	}

	/**
	 * OutboxStore up to {@code limit} aggregates, those that have waited longest first:
	 * two finds for candidates, one conditional update that only one of many relays wins
	 * per aggregate, one find for what was won. What was claimed before, by a relay that
	 * died or failed, gets half of the places at most: where one partition has no leader,
	 * it must not keep the others' events waiting.
	 */
	List<LeasedOutbox> claim(Lease lease, int limit, Instant now) {
		List<String> candidates = candidates(Lease.over(now), limit / 2);
		candidates.addAll(candidates(Lease.never(), limit - candidates.size()));
		if (candidates.isEmpty()) {
			return List.of();
		}
		Bson among = Filters.in("_id", candidates);
		Bson free = Filters.or(Lease.never(), Lease.over(now));
		if (this.collection.updateMany(Filters.and(among, free), lease.taken()).getModifiedCount() == 0) {
			return List.of();
		}
		return this.collection.find(Filters.and(among, Lease.heldBy(lease.claim())))
			.projection(LeasedOutbox.FIELDS)
			.map((document) -> LeasedOutbox.of(document, lease))
			.into(new ArrayList<>());
	}

	private List<String> candidates(Bson condition, int limit) {
		if (limit == 0) {
			return new ArrayList<>();
		}
		return this.collection.find(Filters.and(Filters.gt("outboxSince", EVER), condition))
			.sort(Sorts.ascending("outboxSince"))
			.limit(limit)
			.projection(Projections.include("_id"))
			.map((document) -> document.getString("_id"))
			.into(new ArrayList<>());
	}

	/**
	 * What became of a claimed aggregate.
	 *
	 * @param published how many of its events, from the first, the broker has
	 * acknowledged
	 * @param failed whether the next one was refused, rather than not yet sent
	 */
	record PublishResult(LeasedOutbox claimed, int published, boolean failed) {

		Stream<HistoryCollection.Appended> forHistory() {
			return this.claimed.outbox()
				.subList(0, this.published)
				.stream()
				.filter((event) -> event.history() != null)
				.map((event) -> new HistoryCollection.Appended(this.claimed.aggregateId(), event));
		}

		boolean entirely() {
			return this.published == this.claimed.outbox().size();
		}

	}

	/**
	 * Removes what was published and gives the leases back, in one command, or two if
	 * commands changed aggregates in the meantime.
	 * @param retryAt when an aggregate that failed may be claimed again
	 * @return whether all outboxes are empty now
	 */
	boolean settle(List<PublishResult> settled, Instant retryAt) {
		if (this.history != null) {
			this.history.append(settled.stream().flatMap(PublishResult::forHistory).toList());
		}
		List<UpdateOneModel<Document>> emptied = settled.stream()
			.filter(PublishResult::entirely)
			.map((one) -> emptied(one.claimed()))
			.toList();
		int matched = emptied.isEmpty() ? 0 : write(emptied);
		if (matched < settled.size()) {
			write(settled.stream().map((one) -> shortened(one, retryAt)).toList());
		}
		return matched == settled.size();
	}

	/**
	 * The version tells that nothing was appended since the claim, so the outbox holds
	 * just what was published, whoever holds the lease by now.
	 */
	private static UpdateOneModel<Document> emptied(LeasedOutbox claimed) {
		return new UpdateOneModel<>(AggregateCollection.atVersion(claimed.aggregateId(), claimed.version()),
				Updates.combine(Updates.unset("outbox"), Updates.unset("outboxSince"), Updates.unset("lease")));
	}

	/**
	 * Something was appended, or not all was published: the relays look for the rest.
	 */
	private static UpdateOneModel<Document> shortened(PublishResult settled, Instant retryAt) {
		LeasedOutbox claimed = settled.claimed();
		List<PendingEvent> published = claimed.outbox().subList(0, settled.published());
		List<Bson> updates = new ArrayList<>();
		updates.add(settled.failed() ? Lease.refusedUntil(retryAt) : Updates.unset("lease"));
		if (!published.isEmpty()) {
			updates.add(Updates.pull("outbox", Filters.in("id", published.stream().map(PendingEvent::id).toList())));
			// no event that is left is older
			updates.add(Updates.set("outboxSince", Date.from(published.getLast().recordedAt())));
		}
		return new UpdateOneModel<>(
				Filters.and(Filters.eq("_id", claimed.aggregateId()), Lease.heldBy(claimed.lease().claim())),
				Updates.combine(updates));
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
