/**
 * The promise "no event is dropped, none is counted twice": events are consumed here.
 *
 * <p>
 * What happens when an event cannot be handled:
 * <ol>
 * <li>It cannot be read, breaks its contract, or the handler throws
 * {@link org.sharaka.chassis.event.InvalidEventException}: it becomes a dead letter at
 * once.
 * <li>The database or the broker fails: the same events come again, with growing pauses,
 * for as long as it takes. No event becomes a dead letter. Every exception of the MongoDB
 * driver and of Kafka counts, unless it says that the data cannot be stored
 * ({@link org.sharaka.chassis.consumer.InfrastructureFailures}).
 * <li>The handler throws anything else: the event is tried a few times and becomes a dead
 * letter. But if events of at least two keys fail so, and no event of their type has been
 * handled since the first of them, the handler is at fault, for example in a bad release:
 * the partition pauses, the same events come again, and the health indicator
 * {@code consumers} is down until one of them is handled.
 * </ol>
 *
 * <p>
 * Invariants, and who guards them:
 * <ul>
 * <li>An offset is committed when all events before it were handled or are in the
 * dead-letter topic ({@link org.sharaka.chassis.consumer.EventConsumer}), whatever the
 * exception ({@code RedeliveryErrorHandler}).
 * <li>Order per key: an event waits while an earlier one of its key is being retried.
 * <li>An effect happens once: its {@code _id} is derived from the event's identity, or
 * its update is guarded by the sequence in the changed document (the database and the
 * handler).
 * </ul>
 */
@NullMarked
package org.sharaka.chassis.consumer;

import org.jspecify.annotations.NullMarked;
