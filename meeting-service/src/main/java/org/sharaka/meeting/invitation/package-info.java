/**
 * Invitations of charities to meetings. Each is an aggregate of its own.
 *
 * <p>
 * Invariants, and who guards them:
 * <ul>
 * <li>A meeting invites a charity once: the id of an invitation consists of both ids (the
 * database's unique key).
 * <li>An answer counts only for the round that it names, and is stored with that round. A
 * reschedule at the same moment needs no lock: in either order of the writes the answer
 * belongs to the older round and reads as {@code PENDING}
 * ({@link org.sharaka.meeting.invitation.Invitation#inRound}). An answer at the moment of
 * a cancellation may be stored, and is published with the round and state of the meeting
 * that it was decided on; nothing depends on it any more.
 * <li>Only a registered charity has an open invitation to a meeting in the future. A use
 * case that opens an invitation reads the view of the charities after its write, and the
 * handler that changes the view reads the open invitations after its own: the second
 * write sees the first. If a process dies between its write and its read,
 * {@link org.sharaka.meeting.invitation.usecase.LostStandingSweep} withdraws the
 * invitation later.
 * <li>An invitation keeps the version of the charity that it rests on, so that a
 * suspension which is delivered again after the charity was reinstated and invited again
 * withdraws nothing.
 * <li>Issuing is resumed where it stopped: an
 * {@link org.sharaka.meeting.invitation.IssuingRun} exists before its meeting does, and
 * moves on only after all invitations of a batch are written.
 * </ul>
 */
@NullMarked
package org.sharaka.meeting.invitation;

import org.jspecify.annotations.NullMarked;
