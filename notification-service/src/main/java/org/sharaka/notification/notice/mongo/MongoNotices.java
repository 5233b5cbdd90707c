package org.sharaka.notification.notice.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.outbox.AggregateCollection;
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
			.map((notice) -> this.aggregates.insertModel(notice.id(), NoticeDocument.of(notice), List.of()))
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

	/** A find per priority, an update and a find; one more update if leases ran out. */
	@Override
	public List<Notice> claim(Channel channel, String claim, Room room, Instant now, Duration lease) {
		Bson due = Filters.lte("due", Date.from(now));
		List<String> fresh = new ArrayList<>();
		List<String> leftBehind = new ArrayList<>();
		int others = room.others();
		for (Priority priority : Priority.values()) {
			List<Document> found = due(channel, priority, due, (priority == Priority.URGENT) ? room.urgent() : others);
			found.forEach((one) -> (one.containsKey("claim") ? leftBehind : fresh).add(one.getString("_id")));
			others -= (priority == Priority.URGENT) ? 0 : found.size();
		}
		Date until = Date.from(now.plus(lease));
		Bson taken = Updates.combine(Updates.set("claim", claim), Updates.set("due", until),
				Updates.set("status", NoticeStatus.SENDING.name()), Updates.inc("version", 1L));
		long claimed = take(fresh, Filters.and(due, Filters.exists("claim", false)), taken) + take(leftBehind,
				Filters.and(due, Filters.exists("claim")), Updates.combine(taken, Updates.inc("attempts", 1),
						Updates.push("timeline", NoticeDocument.entry(Notice.leftBehind(now)))));
		if (claimed == 0) {
			return List.of();
		}
		List<String> candidates = new ArrayList<>(fresh);
		candidates.addAll(leftBehind);
		return this.aggregates.collection()
			.find(Filters.and(Filters.in("_id", candidates), Filters.eq("claim", claim)))
			.map(NoticeDocument::notice)
			.into(new ArrayList<>());
	}

	private List<Document> due(Channel channel, Priority priority, Bson due, int limit) {
		if (limit <= 0) {
			return List.of();
		}
		return this.aggregates.collection()
			.find(Filters.and(Filters.eq("channel", channel.name()), Filters.eq("priority", priority.ordinal()), due))
			.sort(Sorts.ascending("due"))
			.limit(limit)
			.projection(Projections.include("claim"))
			.into(new ArrayList<>());
	}

	private long take(List<String> ids, Bson stillFree, Bson taken) {
		return ids.isEmpty() ? 0
				: this.aggregates.collection()
					.updateMany(Filters.and(Filters.in("_id", ids), stillFree), taken)
					.getModifiedCount();
	}

	@Override
	public int write(List<Decided> decided) {
		List<UpdateOneModel<Document>> updates = new ArrayList<>(decided.size());
		for (Decided one : decided) {
			Trace.runWith(one.traceparent(),
					() -> updates.add(update(one.notice(), one.change(), Filters.eq("claim", one.claim()))));
		}
		return this.aggregates.bulk(updates).matched();
	}

	@Override
	public boolean write(Notice notice, NoticeChange change) {
		return this.aggregates.bulk(List.of(update(notice, change, Filters.exists("claim", false)))).matched() == 1;
	}

	private UpdateOneModel<Document> update(Notice notice, NoticeChange change, Bson condition) {
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
		return this.aggregates.updateModel(notice.id(), notice.version(), condition, Updates.combine(updates), events,
				null);
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
			.projection(Projections.exclude("outbox", "obeyed"))
			.map(NoticeDocument::notice)
			.into(new ArrayList<>());
	}

	private static void given(String field, @Nullable Object value, List<Bson> filters) {
		if (value != null) {
			filters.add(Filters.eq(field, value.toString()));
		}
	}

}
