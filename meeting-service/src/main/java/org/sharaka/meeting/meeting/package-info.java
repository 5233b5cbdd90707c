/**
 * Meetings of the ministry with charities, and the invitations to them.
 *
 * <p>
 * A meeting and its invitations are one aggregate, one document, one version: whoever
 * answers, moves or cancels decides on what is really there. A command on the meeting
 * publishes its events in one write with the change.
 *
 * <p>
 * Decisions that a reader may wonder about:
 * <ul>
 * <li><b>A move asks everybody again.</b> An answer was given for a time. RFC 5546
 * (section 3.2.2, and 2.1.4 on SEQUENCE) has attendees asked anew when the time of an
 * event changes; so a reschedule sets every invitation that is not withdrawn back to
 * {@code PENDING}, declined ones too, and drops the delegates that were named.
 * {@code calendarSequence} rises so that calendars replace the old entry.
 * <li><b>Standing.</b> Only a registered charity is invited. When one stops being
 * registered, its open invitations ({@code PENDING}, {@code ACCEPTED}, {@code TENTATIVE})
 * to meetings that lie ahead are withdrawn. A declined one is left, as it has an answer,
 * and is withdrawn if the meeting is moved. A charity that is reinstated is not invited
 * again by itself: the ministry decides that anew.
 * <li><b>Scheduling races with suspension</b> without a transaction over both: the
 * scheduler looks at the view after its write, and whoever writes the view looks for
 * invitations after that. Whichever write is second sees the first. A process that dies
 * between its write and its look leaves the look to the
 * {@link org.sharaka.meeting.meeting.StandingAudit}.
 * <li><b>An invitation remembers the charity's version that it rests on</b>, so that a
 * suspension that is delivered again, long after the charity was reinstated and invited
 * anew, withdraws nothing.
 * <li><b>Time</b> is a wall-clock time in an IANA zone; the instant is derived. A local
 * time that the zone skips (spring forward) is refused; of one that it has twice (fall
 * back) the earlier instant is meant.
 * <li><b>A hall</b> is an opaque id: this service does not know halls and books none.
 * <li><b>Capacity</b> is what the ministry says about the room; nothing is counted
 * against it.
 * </ul>
 */
@NullMarked
package org.sharaka.meeting.meeting;

import org.jspecify.annotations.NullMarked;
