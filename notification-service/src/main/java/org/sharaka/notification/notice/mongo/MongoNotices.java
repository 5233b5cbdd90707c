package org.sharaka.notification.notice.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.outbox.AggregateCollection;
import org.sharaka.chassis.outbox.AggregateCollection.Write;
import org.sharaka.chassis.outbox.NewEvent;
import org.sharaka.chassis.trace.Trace;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.notice.KeysetPosition;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.NoticeStatus;
import org.sharaka.notification.notice.NoticeUpdate;
import org.sharaka.notification.notice.Notices;
import org.sharaka.notification.notice.policy.Priority;

/**
 * Hot queries, each with an index: the due notices of a channel by priority
 * ({@code channel, priority, due}); the newest of all, of a charity, of an event, of a
 * status ({@code …, createdAt, _id}); all other queries are by {@code _id}.
 */
class MongoNotices implements Notices {

	private static final Bson OWN_FIELDS = Projections.exclude("outbox", "outboxSince", "provider");

	private final AggregateCollection aggregates;

	private volatile Runnable created = () -> {
	};

	MongoNotices(AggregateCollection aggregates) {
		this.aggregates = aggregates;
		var collection = aggregates.collection();
		collection.createIndex(Indexes.ascending("channel", "priority", "due"),
				new IndexOptions().partialFilterExpression(Filters.exists("due")));
		Bson newest = Indexes.descending("createdAt", "_id");
		collection.createIndex(newest);
		for (String field : List.of("charityId", "eventId", "status")) {
			collection.createIndex(Indexes.compoundIndex(Indexes.ascending(field), newest));
		}
	}

	@Override
	public void create(List<Notice> notices) {
		if (!notices.isEmpty()) {
			this.aggregates.bulk(notices.stream()
				.map((notice) -> this.aggregates.insertion(notice.id(), document(notice), List.of()))
				.toList());
			this.created.run();
		}
	}

	private static Document document(Notice notice) {
		Document document = RecordDocuments.toDocument(notice).append("due", Date.from(notice.createdAt()));
		document.remove("version");
		return document;
	}

	@Override
	public void onCreated(Runnable callback) {
		Runnable before = this.created;
		this.created = () -> {
			before.run();
			callback.run();
		};
	}

	/**
	 * One query and one bulk write; a second query only if another instance has leased
	 * some of the same notices. Every change of a notice raises its version, so a notice
	 * at the version that was read is not leased.
	 */
	@Override
	public LeasedNotices lease(Channel channel, String leaseId, Capacity capacity, Instant now, Duration duration) {
		List<Document> found = (capacity.notices() > 0) ? due(channel, capacity, now) : List.of();
		if (found.isEmpty()) {
			return new LeasedNotices(List.of(), false);
		}
		Date until = Date.from(now.plus(duration));
		Document leaseExpired = RecordDocuments.toNestedDocument(Notice.leaseExpired(now));
		int matched = this.aggregates
			.bulk(found.stream().map((document) -> leasing(document, leaseId, until, leaseExpired)).toList())
			.matched();
		List<Document> leased = (matched == found.size()) ? found : leased(found, leaseId);
		return new LeasedNotices(leased.stream().map((document) -> afterLeasing(document, leaseExpired)).toList(),
				found.size() == capacity.notices() || leased.size() < found.size());
	}

	private List<Document> due(Channel channel, Capacity capacity, Instant now) {
		Document filter = new Document("channel", channel.name()).append("due", new Document("$lte", Date.from(now)));
		if (capacity.urgentOnly()) {
			filter.append("priority", RecordDocuments.rank(Priority.URGENT));
		}
		return this.aggregates.collection()
			.find(filter)
			.sort(Sorts.ascending("priority", "due"))
			.limit(capacity.notices())
			.batchSize(capacity.notices())
			.projection(OWN_FIELDS)
			.into(new ArrayList<>());
	}

	private List<Document> leased(List<Document> found, String leaseId) {
		Set<String> ids = this.aggregates.collection()
			.find(Filters.in("_id", found.stream().map((document) -> document.getString("_id")).toList()))
			.projection(Projections.include("senderLease"))
			.batchSize(found.size())
			.into(new ArrayList<>())
			.stream()
			.filter((document) -> leaseId.equals(document.getString("senderLease")))
			.map((document) -> document.getString("_id"))
			.collect(Collectors.toSet());
		return found.stream().filter((document) -> ids.contains(document.getString("_id"))).toList();
	}

	/** A notice that still has a lease was left by a sender whose lease expired. */
	private Write leasing(Document document, String leaseId, Date until, Document leaseExpired) {
		Bson update = Updates.combine(Updates.set("senderLease", leaseId), Updates.set("due", until),
				Updates.set("status", NoticeStatus.SENDING.name()));
		if (document.containsKey("senderLease")) {
			update = Updates.combine(update, Updates.inc("attempts", 1), Updates.push("timeline", leaseExpired));
		}
		return this.aggregates.change(document.getString("_id"), AggregateCollection.versionOf(document), update,
				List.of());
	}

	/** The notice after {@link #leasing}, from the document before it. */
	private static Notice afterLeasing(Document before, Document leaseExpired) {
		Document after = new Document(before).append("status", NoticeStatus.SENDING.name())
			.append("version", AggregateCollection.versionOf(before) + 1);
		if (before.containsKey("senderLease")) {
			List<Document> timeline = new ArrayList<>(before.getList("timeline", Document.class));
			timeline.add(leaseExpired);
			after.append("attempts", before.getInteger("attempts") + 1).append("timeline", timeline);
		}
		return notice(after);
	}

	private static Notice notice(Document document) {
		return RecordDocuments.toRecord(document, Notice.class);
	}

	@Override
	public int write(List<NoticeUpdate> updates) {
		List<Write> writes = new ArrayList<>(updates.size());
		for (NoticeUpdate update : updates) {
			Trace.runWith(update.traceparent(), () -> writes.add(write(update)));
		}
		return this.aggregates.bulk(writes).matched();
	}

	private Write write(NoticeUpdate update) {
		List<Bson> changes = new ArrayList<>(List.of(Updates.set("status", update.status().name()),
				Updates.set("attempts", update.attempts()), Updates.unset("senderLease")));
		changes.add((update.due() != null) ? Updates.set("due", Date.from(update.due())) : Updates.unset("due"));
		if (!update.entries().isEmpty()) {
			changes.add(Updates.pushEach("timeline",
					update.entries().stream().map(RecordDocuments::toNestedDocument).toList()));
		}
		if (update.provider() != null) {
			changes.add(Updates.set("provider", update.provider()));
		}
		Notice notice = update.notice();
		List<NewEvent> events = (update.outcome() != null) ? List.of(NoticeEvents.of(notice, update.outcome()))
				: List.of();
		return this.aggregates.change(notice.id(), notice.version(), Updates.combine(changes), events);
	}

	@Override
	public Optional<Notice> find(String id) {
		return this.aggregates.find(id).map(MongoNotices::notice);
	}

	@Override
	public List<Notice> list(Filter filter, @Nullable KeysetPosition before, int limit) {
		List<Bson> filters = new ArrayList<>();
		addIfGiven("charityId", filter.charityId(), filters);
		addIfGiven("eventId", filter.eventId(), filters);
		addIfGiven("status", filter.status(), filters);
		addIfGiven("channel", filter.channel(), filters);
		if (before != null) {
			filters.add(KeysetFilters.after("createdAt", before));
		}
		return this.aggregates.collection()
			.find(filters.isEmpty() ? Filters.empty() : Filters.and(filters))
			.sort(Sorts.descending("createdAt", "_id"))
			.limit(limit)
			.projection(OWN_FIELDS)
			.map(MongoNotices::notice)
			.into(new ArrayList<>());
	}

	private static void addIfGiven(String field, @Nullable Object value, List<Bson> filters) {
		if (value != null) {
			filters.add(Filters.eq(field, value.toString()));
		}
	}

}
