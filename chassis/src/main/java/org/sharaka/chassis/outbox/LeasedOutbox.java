package org.sharaka.chassis.outbox;

import java.util.List;

import com.mongodb.client.model.Projections;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate under lease, with its unpublished events.
 *
 * @param version of the aggregate when it was read or written
 * @param events the whole outbox, oldest first
 * @param republication what is to be published again before that; null for nothing
 */
record LeasedOutbox(String aggregateId, long version, Lease lease, List<PendingEvent> events,
		@Nullable Republication republication) {

	/** The fields that {@link #of} reads. */
	static final Bson FIELDS = Projections.include("version", "outbox", "lease");

	static LeasedOutbox of(Document aggregate, Lease lease, @Nullable Republication republication) {
		return new LeasedOutbox(aggregate.getString("_id"), AggregateCollection.versionOf(aggregate), lease,
				PendingEvent.listOf(aggregate), republication);
	}

	/** About how many bytes the events take up. */
	long bytes() {
		return this.events.stream().mapToLong(PendingEvent::bytes).sum();
	}

	/**
	 * Published events that are to be published again, since an outdated one may have
	 * been written to the topic after them.
	 *
	 * @param mark identifies the request for it
	 * @param events the last of each topic and key
	 */
	record Republication(String mark, List<PendingEvent> events) {
	}

}
