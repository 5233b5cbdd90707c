package org.sharaka.chassis.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What the relay writes about a publication that has paused. Every update is filtered on
 * the publication's own claim, so that a relay which has lost its lease changes nothing.
 *
 * @param version up to which all events are acknowledged, if it is {@link Kind#CLEAR}
 * @param renewal the lease to continue with, if it is {@link Kind#RENEW}
 * @param acknowledged the published events that are still in the outbox
 * @param unrecorded those of them that are not in the history yet
 * @param late whether a republication must be requested
 * @param lateOutcomes how many outcomes came after the lease
 * @param republished the mark of the republication that was carried out; null for none
 */
record Settlement(OutboxPublication publication, Kind kind, long version, Lease renewal, Instant retryAt,
		List<PendingEvent> acknowledged, List<PendingEvent> unrecorded, boolean late, int lateOutcomes,
		@Nullable String republished) {

	enum Kind {

		/** Everything is published: the outbox is removed and the lease given back. */
		CLEAR,
		/** Published events are removed, and the publication continues. */
		RENEW,
		/** Published events are removed, and any relay may continue. */
		RELEASE,
		/** The same, but not before a pause, since the broker has failed. */
		RETRY_LATER

	}

	String aggregateId() {
		return this.publication.aggregateId();
	}

	UpdateOneModel<Document> toUpdate() {
		String claim = this.publication.claim();
		if (this.kind == Kind.CLEAR) {
			// these fields side by side: the embedded server has an index on just them
			return new UpdateOneModel<>(
					AggregateCollection.atVersion(aggregateId(), this.version).append("lease.claim", claim),
					Updates.combine(Updates.unset("outbox"), Updates.unset("outboxSince"), Updates.unset("outboxBytes"),
							Updates.unset("lease")));
		}
		List<Bson> updates = new ArrayList<>();
		updates.add(switch (this.kind) {
			case RENEW -> this.renewal.renew();
			case RETRY_LATER -> Lease.releaseUntil(this.retryAt);
			default -> Lease.release();
		});
		if (!this.acknowledged.isEmpty()) {
			updates.add(Updates.pull("outbox",
					Filters.in("id", this.acknowledged.stream().map(PendingEvent::id).toList())));
			updates.add(Updates.inc("outboxBytes", -this.acknowledged.stream().mapToLong(PendingEvent::bytes).sum()));
			// no event that is left is older
			updates.add(Updates.set("outboxSince", Date.from(this.acknowledged.getLast().recordedAt())));
		}
		return new UpdateOneModel<>(Filters.and(Filters.eq("_id", aggregateId()), Lease.heldBy(claim)),
				Updates.combine(updates));
	}

}
