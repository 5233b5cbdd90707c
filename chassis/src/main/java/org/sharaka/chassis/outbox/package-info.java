/**
 * The promise "no event lost": one write changes an aggregate and puts its events into
 * its outbox, a relay publishes them.
 *
 * <p>
 * Invariants, and who guards them:
 * <ul>
 * <li>State and events are one write: both are in one document, changed by one update
 * (the database).
 * <li>Nobody overwrites what they have not read: the update is filtered on the version
 * (the database).
 * <li>Order per aggregate: one relay at a time holds the aggregate's lease, sends its
 * events one after the other, and stops at the first that fails (the lease,
 * {@link org.sharaka.chassis.outbox.Relay}).
 * <li>Nothing leaves the outbox that the broker has not acknowledged
 * ({@link org.sharaka.chassis.outbox.Relay}).
 * <li>A crash, or a lease that ran out under a sleeping relay, can publish an event
 * again, with the same id and sequence: consumers drop what they have seen.
 */
@NullMarked
package org.sharaka.chassis.outbox;

import org.jspecify.annotations.NullMarked;
