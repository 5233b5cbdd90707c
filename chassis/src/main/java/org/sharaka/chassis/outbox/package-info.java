/**
 * The promise that no event is lost: one write changes an aggregate and puts its events
 * into its outbox, and a relay publishes them.
 *
 * <p>
 * Invariants, and who guards them:
 * <ul>
 * <li>State and events are one write: both are in one document, changed by one update
 * (the database).
 * <li>A write never overwrites a change that its author has not read: the update is
 * filtered on the version (the database).
 * <li>Order per aggregate: one relay at a time holds the aggregate's lease, sends its
 * events one after the other, and stops at the first failure
 * ({@link org.sharaka.chassis.outbox.OutboxPublication}).
 * <li>An event leaves the outbox when the broker has acknowledged it and the history has
 * it, and only the holder of the lease removes it
 * ({@link org.sharaka.chassis.outbox.Settlement}).
 * <li>A crash, or a lease that expired while a relay was stopped, can publish an event
 * again, with the same id and sequence: consumers drop duplicates by their sequence.
 * <li>The last record of an aggregate in a topic is its latest state: after a send whose
 * outcome came too late, the latest event is published again
 * ({@link org.sharaka.chassis.outbox.Republications}).
 * </ul>
 */
@NullMarked
package org.sharaka.chassis.outbox;

import org.jspecify.annotations.NullMarked;
