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
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.NoticeChange;
import org.sharaka.notification.notice.NoticeStatus;
import org.sharaka.notification.notice.Notices;
import org.sharaka.notification.notice.Place;
import org.sharaka.notification.policy.Priority;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;

/**
 * Hot queries, each with an index: what is due of a channel and a priority
 * ({@code channel, priority, due}); the newest of all, of a charity, of an event, of a
 * status ({@code …, createdAt, _id}); all else is by {@code _id}.
 */
@Repository
class MongoNotices implements Notices {

	private static final Bson OWN_FIELDS = Projections.exclude("outbox", "obeyed");

	private final AggregateCollection aggregates;

	private volatile Runnable wake = () -> {
	};

	MongoNotices(@Qualifier("noticeAggregates") AggregateCollection aggregates) {
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
		this.aggregates.bulk(notices.stream()
			.map((notice) -> this.aggregates.insertion(notice.id(), NoticeDocument.of(notice), List.of()))
			.toList());
		this.wake.run();
	}

	@Override
	public void onCreated(Runnable toCall) {
		Runnable before = this.wake;
		this.wake = () -> {
			before.run();
			toCall.run();
		};
	}

	/**
	 * A find and a bulk; a second find only if others claimed some of the same. Whoever
	 * changes a notice raises its version, so at the version that was read it is still
	 * free.
	 */
	@Override
	public Claimed claim(Channel channel, String claim, Room room, Instant now, Duration lease) {
		List<Document> found = (room.places() > 0) ? due(channel, room, now) : List.of();
		if (found.isEmpty()) {
			return new Claimed(List.of(), false);
		}
		Date until = Date.from(now.plus(lease));
		Document leftBehind = NoticeDocument.entry(Notice.leftBehind(now));
		int matched = this.aggregates
			.bulk(found.stream().map((document) -> taken(document, claim, until, leftBehind)).toList())
			.matched();
		List<Document> won = (matched == found.size()) ? found : won(found, claim);
		return new Claimed(won.stream().map((document) -> NoticeDocument.claimed(document, leftBehind)).toList(),
				found.size() == room.places() || won.size() < found.size());
	}

	private List<Document> due(Channel channel, Room room, Instant now) {
		Document filter = new Document("channel", channel.name()).append("due", new Document("$lte", Date.from(now)));
		if (room.urgentOnly()) {
			filter.append("priority", Priority.URGENT.ordinal());
		}
		return this.aggregates.collection()
			.find(filter)
			.sort(Sorts.ascending("priority", "due"))
			.limit(room.places())
			.batchSize(room.places())
			.projection(OWN_FIELDS)
			.into(new ArrayList<>());
	}

	private List<Document> won(List<Document> found, String claim) {
		Set<String> ids = this.aggregates.collection()
			.find(Filters.in("_id", found.stream().map((document) -> document.getString("_id")).toList()))
			.projection(Projections.include("claim"))
			.batchSize(found.size())
			.into(new ArrayList<>())
			.stream()
			.filter((document) -> claim.equals(document.getString("claim")))
			.map((document) -> document.getString("_id"))
			.collect(Collectors.toSet());
		return found.stream().filter((document) -> ids.contains(document.getString("_id"))).toList();
	}

	/** See {@link NoticeDocument#claimed}. */
	private Write taken(Document document, String claim, Date until, Document leftBehind) {
		Bson taken = Updates.combine(Updates.set("claim", claim), Updates.set("due", until),
				Updates.set("status", NoticeStatus.SENDING.name()));
		if (document.containsKey("claim")) {
			taken = Updates.combine(taken, Updates.inc("attempts", 1), Updates.push("timeline", leftBehind));
		}
		return this.aggregates.change(document.getString("_id"), AggregateCollection.versionOf(document), taken,
				List.of());
	}

	@Override
	public int write(List<Decided> decided) {
		List<Write> updates = new ArrayList<>(decided.size());
		for (Decided one : decided) {
			Trace.runWith(one.traceparent(), () -> updates.add(update(one.notice(), one.change())));
		}
		return this.aggregates.bulk(updates).matched();
	}

	@Override
	public boolean write(Notice notice, NoticeChange change) {
		return this.aggregates.bulk(List.of(update(notice, change))).matched() == 1;
	}

	private Write update(Notice notice, NoticeChange change) {
		List<Bson> updates = new ArrayList<>(List.of(Updates.set("status", change.status().name()),
				Updates.set("attempts", change.attempts()), Updates.unset("claim")));
		updates.add((change.due() != null) ? Updates.set("due", Date.from(change.due())) : Updates.unset("due"));
		if (!change.entries().isEmpty()) {
			updates.add(Updates.pushEach("timeline", change.entries().stream().map(NoticeDocument::entry).toList()));
		}
		if (change.provider() != null) {
			updates.add(Updates.set("provider", change.provider()));
		}
		List<NewEvent> events = (change.ending() != null) ? List.of(NoticeEvents.of(notice, change.ending()))
				: List.of();
		return this.aggregates.change(notice.id(), notice.version(), Updates.combine(updates), events);
	}

	@Override
	public Optional<Notice> find(String id) {
		return this.aggregates.find(id).map(NoticeDocument::notice);
	}

	@Override
	public List<Notice> list(Filter filter, @Nullable Place before, int limit) {
		List<Bson> filters = new ArrayList<>();
		given("charityId", filter.charityId(), filters);
		given("eventId", filter.eventId(), filters);
		given("status", filter.status(), filters);
		given("channel", filter.channel(), filters);
		if (before != null) {
			filters.add(Pages.after("createdAt", before));
		}
		return this.aggregates.collection()
			.find(filters.isEmpty() ? Filters.empty() : Filters.and(filters))
			.sort(Sorts.descending("createdAt", "_id"))
			.limit(limit)
			.projection(OWN_FIELDS)
			.map(NoticeDocument::notice)
			.into(new ArrayList<>());
	}

	private static void given(String field, @Nullable Object value, List<Bson> filters) {
		if (value != null) {
			filters.add(Filters.eq(field, value.toString()));
		}
	}

}
