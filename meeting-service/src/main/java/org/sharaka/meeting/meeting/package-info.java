/**
 * Meetings of the ministry with charities.
 *
 * <p>
 * Invariants, and who guards them:
 * <ul>
 * <li>A meeting that was cancelled or has begun is neither moved, cancelled nor changed
 * ({@link org.sharaka.meeting.meeting.MeetingPolicy}).
 * <li>A new time begins a new round. An answer counts only for the round that it was
 * given for (RFC 5546, 3.2.2, has attendees asked again when the time of an event
 * changes), so a reschedule writes one document however many are invited.
 * <li>A local time that its zone skips is refused; of one that comes twice the earlier
 * instant is meant. The instant does not change if the rules of the zone change later.
 * </ul>
 * A hall is an opaque id, and no hall is booked. Capacity is not counted against.
 */
@NullMarked
package org.sharaka.meeting.meeting;

import org.jspecify.annotations.NullMarked;
