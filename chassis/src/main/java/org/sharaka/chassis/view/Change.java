package org.sharaka.chassis.view;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.event.InvalidEventException;

/**
 * The effect of one event on one document of a {@link SequencedView}.
 *
 * @param id the document's {@code _id}
 * @param sequence the event's sequence; 0 only in a deletion whose publisher keeps none
 * @param time the event's time, to the millisecond
 * @param state the whole content of the document after the event, a
 * {@link org.bson.Document} or anything else that the collection has a codec for;
 * {@code null} if the event deletes the document
 */
public record Change(String id, long sequence, Instant time, @Nullable Object state) {

	/**
	 * Checks the values.
	 * @throws InvalidEventException if a state comes without a sequence: such an event
	 * could not be ordered
	 */
	public Change {
		if (state != null && sequence <= 0) {
			throw new InvalidEventException("no-sequence", "the event has no sequence, so it cannot be ordered");
		}
		time = time.truncatedTo(ChronoUnit.MILLIS);
	}

	/** The document has this content after the event. */
	public static Change replaced(Event event, String id, Object state) {
		return new Change(id, event.sequence(), event.time(), state);
	}

	/**
	 * The event, usually a tombstone, deletes the document that is named by its key.
	 * @throws InvalidEventException if it has no key
	 */
	public static Change deleted(Event event) {
		if (event.key() == null) {
			throw new InvalidEventException("no-key", "a tombstone without a key deletes nothing");
		}
		return new Change(event.key(), event.sequence(), event.time(), null);
	}

}
