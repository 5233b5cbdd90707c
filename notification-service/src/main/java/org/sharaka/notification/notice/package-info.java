/**
 * The promise "one event makes one notice per contact and channel".
 *
 * <p>
 * Invariants, and who guards them:
 * <ul>
 * <li>No second notice for an event, a contact and a channel: the notice's id is derived
 * from the three (the database's {@code _id}).
 * <li>No notice lost at creation: an request is complete only when all its notices are
 * written; until then its event is delivered again and the rest is added
 * ({@link org.sharaka.notification.notice.usecase.CreateNotices}).
 * <li>No charity forgotten whose contacts come late: who adds a waiting notice looks for
 * contacts afterwards, who adds contacts looks for waiting notices afterwards, so one of
 * the two sees the other.
 * <li>No two senders at once: a notice is leased by one conditional update that moves its
 * due time to the end of the lease (the database).
 * <li>No step back: every change is filtered on the version that it was decided on, and
 * nothing is decided on a notice that has ended (the database,
 * {@link org.sharaka.notification.notice.Notice}).
 * </ul>
 *
 * <p>
 * The at-least-once windows, and there are no others: a process that dies, or loses the
 * database for longer than its lease, after a provider has accepted and before that is
 * written sends again when the lease has run out (a mail with the same Message-ID); and a
 * mail whose outcome is unknown is sent again, with the same Message-ID, after a pause.
 *
 * <p>
 * Retention: notices and requests hold ids, codes and the event's own public text; no
 * name, address or rendered text of a contact. They are not deleted: they are what a
 * replay of the topics is recognised by.
 */
@NullMarked
package org.sharaka.notification.notice;

import org.jspecify.annotations.NullMarked;
