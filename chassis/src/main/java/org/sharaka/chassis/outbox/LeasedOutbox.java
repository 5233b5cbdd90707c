package org.sharaka.chassis.outbox;

import java.util.List;

import com.mongodb.client.model.Projections;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * An aggregate under lease, with its outbox.
 *
 * @param outbox oldest first
 */
record LeasedOutbox(String aggregateId, long version, Lease lease, List<PendingEvent> outbox) {

	/** What {@link #of} reads. */
	static final Bson FIELDS = Projections.include("version", "outbox", "lease");

	static LeasedOutbox of(Document aggregate, Lease lease) {
		return new LeasedOutbox(aggregate.getString("_id"), AggregateCollection.versionOf(aggregate), lease,
				aggregate.getList("outbox", Document.class, List.of()).stream().map(PendingEvent::of).toList());
	}

}
