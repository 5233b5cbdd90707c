package org.sharaka.meeting.invitation.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.sharaka.chassis.mongo.DocumentMapper;
import org.sharaka.chassis.mongo.TextCodec;
import org.sharaka.meeting.charity.Field;
import org.sharaka.meeting.charity.Kind;
import org.sharaka.meeting.invitation.IssuingRun;
import org.sharaka.meeting.invitation.IssuingRun.Status;
import org.sharaka.meeting.invitation.IssuingRuns;

/**
 * Collection {@code issuingRuns}: the components of {@link IssuingRun}, and
 * {@code leasedUntil} while an instance works on it.
 */
final class MongoIssuingRuns implements IssuingRuns {

	private static final DocumentMapper MAPPER = new DocumentMapper(new TextCodec<>(Kind.class, Kind::code, Kind::new),
			new TextCodec<>(Field.class, Field::code, Field::new));

	private final MongoCollection<Document> collection;

	MongoIssuingRuns(MongoCollection<Document> collection) {
		this.collection = collection;
		// progress of meetings; and the oldest run to continue
		collection.createIndex(Indexes.ascending("meetingId", "requestedAt"));
		collection.createIndex(Indexes.ascending("status", "requestedAt"));
	}

	@Override
	public void add(IssuingRun run) {
		Document document = MAPPER.toDocument(run).append("_id", run.id()).append("leasedUntil", new Date(0));
		document.remove("id");
		try {
			this.collection.insertOne(document);
		}
		catch (MongoWriteException ex) {
			if (ex.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
				throw ex;
			}
		}
	}

	@Override
	public List<IssuingRun> progress(Collection<String> meetingIds) {
		return this.collection.find(Filters.in("meetingId", meetingIds))
			.sort(Sorts.ascending("requestedAt"))
			.projection(Projections.exclude("audience.charityIds"))
			.map(MongoIssuingRuns::withoutIds)
			.into(new ArrayList<>());
	}

	private static IssuingRun withoutIds(Document document) {
		document.get("audience", Document.class).append("charityIds", List.of());
		return run(document);
	}

	private static IssuingRun run(Document document) {
		return MAPPER.fromDocument(document.append("id", document.getString("_id")), IssuingRun.class);
	}

	@Override
	public Optional<IssuingRun> lease(String meetingId, Instant now, Instant until) {
		return lease(Filters.and(Filters.eq("meetingId", meetingId), available(now)), until);
	}

	@Override
	public Optional<IssuingRun> leaseAny(Instant now, Instant until) {
		return lease(available(now), until);
	}

	private static Bson available(Instant now) {
		return Filters.and(Filters.eq("status", Status.RUNNING.name()), Filters.lt("leasedUntil", Date.from(now)));
	}

	private Optional<IssuingRun> lease(Bson filter, Instant until) {
		return Optional
			.ofNullable(this.collection.findOneAndUpdate(filter, Updates.set("leasedUntil", Date.from(until)),
					new FindOneAndUpdateOptions().sort(Sorts.ascending("requestedAt"))))
			.map(MongoIssuingRuns::run);
	}

	/**
	 * Each batch moves the run on, so what it was read with says whether it was moved.
	 */
	@Override
	public boolean save(IssuingRun before, IssuingRun after, Instant until) {
		Bson unchanged = Filters.and(Filters.eq("_id", before.id()), Filters.eq("status", Status.RUNNING.name()),
				Filters.eq("after", before.after()));
		return this.collection
			.updateOne(unchanged,
					Updates.combine(Updates.set("after", after.after()), Updates.set("issued", after.issued()),
							Updates.set("status", after.status().name()), Updates.set("leasedUntil", Date.from(until))))
			.getMatchedCount() == 1;
	}

	@Override
	public void removeOf(String meetingId) {
		this.collection.deleteMany(Filters.eq("meetingId", meetingId));
	}

}
