package org.sharaka.meeting.invitation.mongo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.command.Outcome.Changed;
import org.sharaka.chassis.outbox.AggregateCollection;
import org.sharaka.chassis.outbox.AggregateCollection.Write;
import org.sharaka.chassis.outbox.MongoAggregates;
import org.sharaka.chassis.outbox.NewEvent;
import org.sharaka.meeting.invitation.Invitation;
import org.sharaka.meeting.invitation.Invitation.Status;
import org.sharaka.meeting.invitation.InvitationEvent;
import org.sharaka.meeting.invitation.Invitations;
import org.sharaka.meeting.meeting.Meeting;

/**
 * Collection {@code invitations}. The invitations to a meeting are a range of ids, since
 * each id begins with the meeting's.
 */
final class MongoInvitations extends MongoAggregates<Invitation, InvitationEvent> implements Invitations {

	private static final InvitationMapping MAPPING = new InvitationMapping();

	private static final Bson WITHOUT_OUTBOX = Projections.exclude("outbox");

	private final AggregateCollection aggregates;

	private final MongoCollection<Document> collection;

	MongoInvitations(AggregateCollection aggregates) {
		super(aggregates, MAPPING);
		this.aggregates = aggregates;
		this.collection = aggregates.collection();
		// counts of a meeting; and all of a charity
		this.collection.createIndex(Indexes.ascending("meetingId", "status", "round"));
		this.collection.createIndex(Indexes.ascending("charityId", "_id"));
	}

	@Override
	public Map<String, Invitation> findAll(Collection<String> ids) {
		Map<String, Invitation> found = new LinkedHashMap<>();
		if (!ids.isEmpty()) {
			find(Filters.in("_id", ids), Integer.MAX_VALUE)
				.forEach((invitation) -> found.put(invitation.id(), invitation));
		}
		return found;
	}

	@Override
	public int addAll(List<Changed<Invitation, InvitationEvent>> issued, CommandContext context) {
		return this.aggregates.bulk(issued.stream().map((change) -> insertion(change, context)).toList()).inserted();
	}

	private Write insertion(Changed<Invitation, InvitationEvent> issued, CommandContext context) {
		return this.aggregates.insertion(issued.state().id(), MAPPING.toDocument(issued.state()), events(issued),
				context);
	}

	@Override
	public boolean saveAll(List<Changed<Invitation, InvitationEvent>> changes, CommandContext context) {
		return this.aggregates.bulk(changes.stream().map((change) -> update(change, context)).toList())
			.matched() == changes.size();
	}

	private Write update(Changed<Invitation, InvitationEvent> change, CommandContext context) {
		Invitation after = change.state();
		return this.aggregates.change(after.id(), after.version() - change.events().size(), MAPPING.toDocument(after),
				events(change), context);
	}

	private static List<NewEvent> events(Changed<Invitation, InvitationEvent> change) {
		return change.events().stream().map((event) -> MAPPING.toEvent(change.state(), event)).toList();
	}

	@Override
	public List<Invitation> ofMeeting(Meeting meeting, @Nullable Status status, @Nullable String afterCharityId,
			int limit) {
		Bson all = ofMeeting(meeting.id(), afterCharityId);
		return find((status != null) ? Filters.and(all, reads(status, meeting.round())) : all, limit);
	}

	private static Bson ofMeeting(String meetingId, @Nullable String afterCharityId) {
		String after = Invitation.id(meetingId, (afterCharityId != null) ? afterCharityId : "");
		// '0' follows '/'
		return Filters.and(Filters.gt("_id", after), Filters.lt("_id", meetingId + "0"));
	}

	private static Bson reads(Status status, int round) {
		return switch (status) {
			case WITHDRAWN -> Filters.eq("status", status.name());
			case PENDING -> Filters.and(Filters.ne("status", Status.WITHDRAWN.name()),
					Filters.or(Filters.eq("status", status.name()), Filters.lt("round", round)));
			case ACCEPTED, DECLINED, TENTATIVE ->
				Filters.and(Filters.eq("status", status.name()), Filters.gte("round", round));
		};
	}

	@Override
	public List<Invitation> answeredEarlier(Meeting meeting, Status answer, @Nullable String afterCharityId,
			int limit) {
		return find(Filters.and(ofMeeting(meeting.id(), afterCharityId), Filters.eq("status", answer.name()),
				Filters.lt("round", meeting.round())), limit);
	}

	@Override
	public List<Invitation> notWithdrawn(Collection<String> charityIds, @Nullable String afterId, int limit) {
		Bson all = Filters.and(Filters.in("charityId", charityIds), Filters.ne("status", Status.WITHDRAWN.name()));
		return find((afterId != null) ? Filters.and(all, Filters.gt("_id", afterId)) : all, limit);
	}

	private List<Invitation> find(Bson filter, int limit) {
		return this.collection.find(filter)
			.sort(Sorts.ascending("_id"))
			.limit(limit)
			.projection(WITHOUT_OUTBOX)
			.map(MAPPING::fromDocument)
			.into(new ArrayList<>());
	}

	@Override
	public Set<String> meetingsOf(String charityId) {
		return this.collection.find(Filters.eq("charityId", charityId))
			.projection(Projections.include("meetingId"))
			.map((document) -> document.getString("meetingId"))
			.into(new HashSet<>());
	}

	@Override
	public Map<String, Map<Status, Integer>> count(Collection<Meeting> meetings) {
		Map<String, Integer> rounds = new HashMap<>();
		meetings.forEach((meeting) -> rounds.put(meeting.id(), meeting.round()));
		Document key = new Document("meetingId", "$meetingId").append("status", "$status").append("round", "$round");
		Map<String, Map<Status, Integer>> counts = new HashMap<>();
		this.collection.aggregate(List.of(Aggregates.match(Filters.in("meetingId", rounds.keySet())),
				Aggregates.group(key, Accumulators.sum("count", 1))))
			.forEach((group) -> {
				Document of = group.get("_id", Document.class);
				String meetingId = of.getString("meetingId");
				counts.computeIfAbsent(meetingId, (id) -> new EnumMap<>(Status.class))
					.merge(status(of, rounds.getOrDefault(meetingId, 1)), group.get("count", Number.class).intValue(),
							Integer::sum);
			});
		return counts;
	}

	private static Status status(Document group, int currentRound) {
		Status stored = Status.valueOf(group.getString("status"));
		return (stored != Status.WITHDRAWN && group.getInteger("round") < currentRound) ? Status.PENDING : stored;
	}

}
