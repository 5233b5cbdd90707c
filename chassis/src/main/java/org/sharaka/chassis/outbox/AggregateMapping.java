package org.sharaka.chassis.outbox;

import java.time.Instant;

import org.bson.Document;

/**
 * How aggregates of one kind are stored and how their events are published.
 *
 * @param <A> the aggregate
 * @param <E> its events
 */
public interface AggregateMapping<A, E> {

	/**
	 * The aggregate's own fields, all of them: a field whose value is null is erased from
	 * the stored document. Without {@code _id} and {@code version}.
	 */
	Document toDocument(A aggregate);

	/** The aggregate in a stored document, which has {@code _id} and {@code version}. */
	A fromDocument(Document document);

	/**
	 * The event as it is published.
	 * @param state the aggregate after the change that the event is part of
	 */
	NewEvent toEvent(A state, E event);

	/**
	 * From when on the event holds, which a back-dated decision sets before
	 * {@code recordedAt}.
	 */
	default Instant effectiveAt(A state, E event, Instant recordedAt) {
		return recordedAt;
	}

}
