/**
 * Invitations of charities to meetings. Each is an aggregate of its own.
 *
 * <p>
 * Invariants, and who guards them:
 * <ul>
 * <li>A meeting invites a charity once: the id of an invitation consists of both ids (the
 * database's unique key).
 * <li>An answer counts only for the round that it names, and is stored with that round. A
 * reschedule at the same moment needs no lock: whichever is written first, the answer
 * belongs to the older round and reads as {@code PENDING}
 * ({@link org.sharaka.meeting.invitation.Invitation#inRound}). An answer at the moment of
 * a cancellation may be stored, and is published with the round and state of the meeting
 * that it was decided on; nothing depends on it any more.
 * <li>Only a registered charity has an open invitation to a meeting in the future.
 * Whoever opens an invitation looks at the view of the charities after the write, and
 * whoever changes the view looks for open invitations after that: whichever write is
 * second sees the first. The
 * {@link org.sharaka.meeting.invitation.usecase.LostStandingSweep} repairs what a crash
 * between a write and its look leaves behind.
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
