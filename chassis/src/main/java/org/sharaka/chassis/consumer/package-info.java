/**
 * The promise "no event dropped, none counted twice": events come in through here.
 *
 * <p>
 * Invariants, and who guards them:
 * <ul>
 * <li>An offset is committed when each of its events was handled or is in the dead-letter
 * topic ({@link org.sharaka.chassis.consumer.EventConsumer}).
 * <li>Order per key: an event waits while an earlier one of its key is being retried.
 * <li>An effect happens once: its {@code _id} is derived from the event's identity, or
 * its update is guarded by the sequence that the changed document remembers (the
 * database; the handler's part).
 */
@NullMarked
package org.sharaka.chassis.consumer;

import org.jspecify.annotations.NullMarked;
