package org.sharaka.notification.meeting.mongo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.sharaka.chassis.mongo.DocumentMapper;
import org.sharaka.chassis.view.Change;
import org.sharaka.chassis.view.SequencedView;
import org.sharaka.notification.meeting.Invitation;
import org.sharaka.notification.meeting.Invitations;

/**
 * Hot queries: by {@code _id}; the invitations of a meeting that are not withdrawn (index
 * {@code meetingId, withdrawn}). The embedded server does not use that index: there, each
 * new time and each cancellation reads the collection once.
 */
class MongoInvitations implements Invitations {

	private final MongoCollection<Invitation> collection;

	private final SequencedView view;

	MongoInvitations(MongoDatabase database) {
		this.collection = database.getCollection("invitations", Invitation.class)
			.withCodecRegistry(new DocumentMapper().registry());
		this.view = new SequencedView(this.collection);
		this.collection.createIndex(Indexes.ascending("meetingId", "withdrawn"));
	}

	@Override
	public void apply(List<Invitation> invitations) {
		this.view.apply(invitations.stream()
			.map((invitation) -> new Change(invitation.id(), invitation.sequence(), invitation.changedAt(), invitation))
			.toList());
	}

	@Override
	public Map<String, Invitation> find(Set<String> ids) {
		Map<String, Invitation> invitations = new HashMap<>();
		if (!ids.isEmpty()) {
			this.collection.find(Filters.in("_id", ids))
				.forEach((invitation) -> invitations.put(invitation.id(), invitation));
		}
		return invitations;
	}

	@Override
	public void findInvited(String meetingId, int chunk, Consumer<List<String>> charityIds) {
		List<String> next = new ArrayList<>(chunk);
		try (MongoCursor<Invitation> cursor = this.collection
			.find(new Document("meetingId", meetingId).append("withdrawn", false))
			.batchSize(chunk)
			.iterator()) {
			while (cursor.hasNext()) {
				next.add(cursor.next().charityId());
				if (next.size() == chunk) {
					charityIds.accept(List.copyOf(next));
					next.clear();
				}
			}
		}
		if (!next.isEmpty()) {
			charityIds.accept(List.copyOf(next));
		}
	}

}
