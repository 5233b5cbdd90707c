package org.sharaka.chassis.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.outbox.LeasedOutbox.Republication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leases on the aggregates of one collection that have events to publish, and the results
 * of publishing them. The holder of an aggregate's lease is the only relay that publishes
 * its events until the lease expires.
 */
final class OutboxStore {

	private static final Logger log = LoggerFactory.getLogger(OutboxStore.class);

	private static final Date EPOCH = new Date(0);

	private static final Duration MAX_HEALTH_QUERY = Duration.ofSeconds(2);

	private final MongoCollection<Document> collection;

	private final @Nullable HistoryCollection history;

	private final @Nullable Republications republications;

	/** The aggregates whose outbox could not be read when it was last claimed. */
	private final Set<String> malformed = ConcurrentHashMap.newKeySet();

	/**
	 * @param history null if the aggregates have none; then nothing can be published
	 * again
	 */
	OutboxStore(MongoCollection<Document> collection, @Nullable HistoryCollection history,
			@Nullable Republications republications) {
		this.collection = collection;
		this.history = history;
		this.republications = republications;
		// the oldest event, for operators
		collection.createIndex(Indexes.ascending("outboxSince"), new IndexOptions().sparse(true));
		// what can be claimed: a claim does not walk what is leased or waits after a
		// failure
		collection.createIndex(Indexes.ascending("lease.until", "outboxSince"), new IndexOptions().sparse(true));
	}

	/**
	 * Acquires the leases of aggregates that have events to publish or to publish again,
	 * those that have waited longest first. Aggregates whose last holder failed or died
	 * get half of the places at most: where one partition has no leader, they must not
	 * keep the others waiting.
	 * @param limit of aggregates
	 * @param maxBytes about how many bytes of events to load; one aggregate is always
	 * loaded
	 */
	List<LeasedOutbox> claim(Lease lease, int limit, long maxBytes, Instant now) {
		Map<String, String> marks = (this.republications != null) ? this.republications.marks(limit / 4 + 1) : Map.of();
		Candidates candidates = new Candidates(maxBytes, marks.keySet());
		candidates.add(find(Lease.expired(now), "lease.until", limit / 2));
		candidates.add(find(Lease.open(), "outboxSince", limit - candidates.ids.size()));
		if (candidates.ids.isEmpty()) {
			return List.of();
		}
		Bson among = Filters.in("_id", candidates.ids);
		if (this.collection.updateMany(Filters.and(among, Lease.available(now)), lease.acquire())
			.getModifiedCount() == 0) {
			return List.of();
		}
		List<LeasedOutbox> leased = new ArrayList<>();
		for (Document document : this.collection.find(Filters.and(among, Lease.heldBy(lease.claim())))
			.projection(LeasedOutbox.FIELDS)) {
			read(document, lease, marks.get(document.getString("_id"))).ifPresent(leased::add);
		}
		return leased;
	}

	private List<Document> find(Bson condition, String order, int limit) {
		if (limit <= 0) {
			return List.of();
		}
		return this.collection.find(condition)
			.sort(Sorts.ascending(order))
			.limit(limit)
			.projection(Projections.include("_id", "outboxBytes"))
			.into(new ArrayList<>());
	}

	/** Which aggregates to claim, within a limit of bytes. */
	private static final class Candidates {

		private final List<String> ids;

		private long bytesLeft;

		Candidates(long maxBytes, Collection<String> ids) {
			this.bytesLeft = maxBytes;
			this.ids = new ArrayList<>(ids);
		}

		void add(List<Document> found) {
			for (Document document : found) {
				long bytes = (document.get("outboxBytes") instanceof Number number) ? number.longValue() : 0;
				if (bytes > this.bytesLeft && !this.ids.isEmpty()) {
					return;
				}
				this.bytesLeft -= bytes;
				this.ids.add(document.getString("_id"));
			}
		}

	}

	/** The outbox of an aggregate whose lease a write has just acquired. */
	Optional<LeasedOutbox> read(String id, Lease lease) {
		return Optional.ofNullable(this.collection.find(Filters.eq("_id", id)).projection(LeasedOutbox.FIELDS).first())
			.filter(lease::isHeldIn)
			.flatMap((document) -> read(document, lease, null));
	}

	/** An outbox that cannot be read is left alone until its lease expires. */
	private Optional<LeasedOutbox> read(Document document, Lease lease, @Nullable String mark) {
		String id = document.getString("_id");
		try {
			Republication republication = (mark != null && this.history != null)
					? new Republication(mark, this.history.lastOfEachKey(id)) : null;
			LeasedOutbox leased = LeasedOutbox.of(document, lease, republication);
			this.malformed.remove(id);
			return Optional.of(leased);
		}
		catch (ClassCastException | NullPointerException | IllegalArgumentException ex) {
			if (this.malformed.add(id)) {
				log.error("the outbox of aggregate {} in {} cannot be read: {}", id, this.collection.getNamespace(),
						ex.getClass().getName());
			}
			return Optional.empty();
		}
	}

	/**
	 * Writes the results of publications: requests for republication first, then the
	 * history, then the outboxes. After a crash in between, the events are published
	 * again and appended once. A publication whose outbox has grown in the meantime stays
	 * open; the others are closed, unless they continue.
	 */
	void settle(List<Settlement> settlements) {
		if (this.republications != null) {
			this.republications
				.request(settlements.stream().filter(Settlement::late).map(Settlement::aggregateId).toList());
			for (Settlement settlement : settlements) {
				if (settlement.republished() != null) {
					this.republications.remove(settlement.aggregateId(), settlement.republished());
				}
			}
		}
		if (this.history != null) {
			this.history.append(settlements.stream().flatMap(OutboxStore::forHistory).toList());
		}
		settlements.forEach((settlement) -> settlement.publication().recorded(settlement));
		int matched = this.collection
			.bulkWrite(settlements.stream().map(Settlement::toUpdate).toList(), new BulkWriteOptions().ordered(false))
			.getMatchedCount();
		long grown = settlements.stream().filter(OutboxStore::hasGrown).count();
		Map<String, Document> current = (matched + grown == settlements.size()) ? null : documents(settlements);
		settlements.forEach((settlement) -> conclude(settlement, current));
	}

	private static Stream<HistoryCollection.Appended> forHistory(Settlement settlement) {
		return settlement.unrecorded()
			.stream()
			.filter((event) -> event.history() != null)
			.map((event) -> new HistoryCollection.Appended(settlement.aggregateId(), event));
	}

	/** Its update has not matched: a write of this process came before it. */
	private static boolean hasGrown(Settlement settlement) {
		return settlement.kind() == Settlement.Kind.CLEAR && settlement.publication().hasGrownSince(settlement);
	}

	private Map<String, Document> documents(List<Settlement> settlements) {
		Map<String, Document> documents = new HashMap<>();
		this.collection.find(Filters.in("_id", settlements.stream().map(Settlement::aggregateId).toList()))
			.projection(LeasedOutbox.FIELDS)
			.forEach((document) -> documents.put(document.getString("_id"), document));
		return documents;
	}

	/**
	 * @param current the documents after the updates; null if all updates have matched
	 * but those of publications that have grown
	 */
	private void conclude(Settlement settlement, @Nullable Map<String, Document> current) {
		OutboxPublication publication = settlement.publication();
		Document held = (current != null) ? heldIn(current, publication) : null;
		if (settlement.kind() == Settlement.Kind.CLEAR && held != null) {
			read(held, settlement.renewal(), null).ifPresentOrElse(publication::merge, publication::close);
		}
		else if (settlement.kind() == Settlement.Kind.RENEW && (held != null || current == null)) {
			publication.renewed(settlement);
		}
		else if (current != null || !hasGrown(settlement)) {
			publication.close();
		}
	}

	private static @Nullable Document heldIn(Map<String, Document> documents, OutboxPublication publication) {
		Document document = documents.get(publication.aggregateId());
		return (document != null && publication.claim().equals(Lease.claimIn(document))) ? document : null;
	}

	/** Since when the oldest unpublished event has waited. */
	Optional<Instant> oldest() {
		return Optional.ofNullable(this.collection.withTimeout(MAX_HEALTH_QUERY.toMillis(), TimeUnit.MILLISECONDS)
			.find(Filters.gt("outboxSince", EPOCH))
			.sort(Sorts.ascending("outboxSince"))
			.limit(1)
			.projection(Projections.include("outboxSince"))
			.map((document) -> document.getDate("outboxSince").toInstant())
			.first());
	}

	/** How many outboxes could not be read. */
	int malformed() {
		return this.malformed.size();
	}

}
