/**
 * This service's own view of meetings and invitations, which decides whom a new time or a
 * cancellation concerns.
 *
 * <p>
 * Invariants, and who guards them:
 * <ul>
 * <li>An older event of a meeting or of an invitation never changes what a newer one
 * wrote ({@link org.sharaka.chassis.view.SequencedView}). The two have sequences of their
 * own; the meeting's {@code round}, which rises with each new time, orders them.
 * <li>No invitation misses a new time: an invitation is written before the meeting is
 * read, and a meeting before its invitations are read, so one of the two sees the other
 * ({@code NotifyInvitedCharities}).
 * </ul>
 */
@NullMarked
package org.sharaka.notification.meeting;

import org.jspecify.annotations.NullMarked;
