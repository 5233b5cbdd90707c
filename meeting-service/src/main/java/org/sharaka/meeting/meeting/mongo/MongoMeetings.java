package org.sharaka.meeting.meeting.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.outbox.AggregateCollection;
import org.sharaka.meeting.meeting.Invitation;
import org.sharaka.meeting.meeting.InvitationStatus;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.meeting.MeetingStatus;
import org.sharaka.meeting.meeting.Meetings;
import org.sharaka.meeting.meeting.Outcome.Change;
import org.sharaka.meeting.meeting.messaging.PublishedMeetingEvents;

/**
 * Collection {@code meetings}, see {@link MeetingDocument}. A change writes the fields
 * that differ, an invitation by its place in the array: the filter on the version
 * guarantees that the array is the one that was read.
 */
final class MongoMeetings implements Meetings {

	/** From so many changed invitations on the array is written whole. */
	private static final int MANY = 100;

	private static final List<String> OPEN = List.of(InvitationStatus.values())
		.stream()
		.filter(InvitationStatus::isOpen)
		.map(Enum::name)
		.toList();

	private static final Bson WITHOUT_PLUMBING = Projections.exclude("outbox", "obeyed");

	private static final Bson LISTED = Projections.exclude("outbox", "obeyed", "invitations");

	private final AggregateCollection aggregates;

	private final MongoCollection<Document> collection;

	private final PublishedMeetingEvents events;

	MongoMeetings(AggregateCollection aggregates, PublishedMeetingEvents events) {
		this.aggregates = aggregates;
		this.collection = aggregates.collection();
		this.events = events;
		// lists: all, of a type, of a charity; the last also finds open invitations
		this.collection.createIndex(Indexes.ascending("start", "_id"));
		this.collection.createIndex(Indexes.ascending("type", "start", "_id"));
		this.collection.createIndex(Indexes.ascending("invitations.charityId", "start", "_id"));
	}

	@Override
	public Optional<Meeting> find(String id) {
		return Optional.ofNullable(this.collection.find(Filters.eq("_id", id)).projection(WITHOUT_PLUMBING).first())
			.map(MeetingDocument::toMeeting);
	}

	@Override
	public Set<String> existing(Collection<String> ids) {
		return this.collection.find(Filters.in("_id", ids))
			.projection(Projections.include("_id"))
			.map((document) -> document.getString("_id"))
			.into(new HashSet<>());
	}

	@Override
	public Optional<Listed> findListed(String id) {
		return Optional.ofNullable(this.collection.find(Filters.eq("_id", id)).projection(LISTED).first())
			.map(MongoMeetings::listed);
	}

	private static Listed listed(Document document) {
		return new Listed(MeetingDocument.toSnapshot(document), MeetingDocument.toTally(document));
	}

	@Override
	public List<Listed> list(Selection selection, @Nullable Place after, int limit) {
		List<Bson> conditions = new ArrayList<>();
		if (selection.from() != null) {
			conditions.add(Filters.gte("start", Date.from(selection.from())));
		}
		if (selection.to() != null) {
			conditions.add(Filters.lt("start", Date.from(selection.to())));
		}
		if (selection.type() != null) {
			conditions.add(Filters.eq("type", selection.type().name()));
		}
		if (selection.charityId() != null) {
			conditions.add(Filters.eq("invitations.charityId", selection.charityId()));
		}
		if (after != null) {
			Date start = Date.from(after.start());
			conditions.add(Filters.gte("start", start));
			conditions.add(Filters.or(Filters.gt("start", start), Filters.gt("_id", after.id())));
		}
		return this.collection.find(conditions.isEmpty() ? Filters.empty() : Filters.and(conditions))
			.sort(Sorts.ascending("start", "_id"))
			.limit(limit)
			.projection(LISTED)
			.map(MongoMeetings::listed)
			.into(new ArrayList<>());
	}

	@Override
	public List<String> withOpenInvitations(Collection<String> charityIds, Instant now) {
		Bson open = Filters.elemMatch("invitations",
				new Document("charityId", new Document("$in", charityIds)).append("status", new Document("$in", OPEN)));
		return this.collection
			.find(Filters.and(open, Filters.gt("start", Date.from(now)),
					Filters.eq("status", MeetingStatus.SCHEDULED.name())))
			.projection(Projections.include("_id"))
			.map((document) -> document.getString("_id"))
			.into(new ArrayList<>());
	}

	@Override
	public void add(Change scheduled) {
		Meeting meeting = scheduled.after();
		this.aggregates.insert(meeting.id(), MeetingDocument.of(meeting), this.events.of(scheduled), null);
	}

	@Override
	public void save(Change change, @Nullable String commandId) {
		Meeting before = Objects.requireNonNull(change.before(), "a new meeting is added");
		this.aggregates.update(before.id(), before.version(), new Document("$set", difference(before, change.after())),
				this.events.of(change), commandId);
	}

	private static Document difference(Meeting before, Meeting after) {
		Document set = MeetingDocument.of(after.snapshot());
		Document old = MeetingDocument.of(before.snapshot());
		set.entrySet().removeIf((field) -> field.getValue().equals(old.get(field.getKey())));
		List<Invitation> were = before.invitations().all();
		List<Invitation> are = after.invitations().all();
		Document changed = new Document();
		for (int place = 0; place < are.size(); place++) {
			if (!are.get(place).equals(were.get(place))) {
				changed.append("invitations." + place, InvitationDocument.of(are.get(place)));
			}
		}
		if (changed.size() > MANY) {
			set.append("invitations", are.stream().map(InvitationDocument::of).toList());
		}
		else {
			set.putAll(changed);
		}
		return set.append("tally", MeetingDocument.tally(after.invitations()));
	}

	@Override
	public boolean hasObeyed(String id, String commandId) {
		Document found = this.collection.find(Filters.eq("_id", id)).projection(Projections.include("obeyed")).first();
		return found != null && AggregateCollection.isProcessed(found, commandId);
	}

}
