/**
 * Notices. One event makes exactly one notice for each contact and channel.
 *
 * <p>
 * Invariants, and what guards them:
 * <ul>
 * <li>No second notice for an event, a contact and a channel: the notice's id is derived
 * from the three (the database's {@code _id}).
 * <li>No notice is lost at creation: a request is complete only when all its notices are
 * written. Until then its event is delivered again and the missing notices are added
 * ({@link org.sharaka.notification.notice.usecase.CreateNotices}).
 * <li>No charity is forgotten whose contacts arrive late: contacts are read again after a
 * pending charity was written, and pending charities are read after contacts were
 * written, so one of the two sees the other.
 * <li>No notice has two senders at once: it is leased by one conditional update that
 * moves its due time to the end of the lease (the database).
 * <li>No status goes back: every change is filtered on the version that it was decided
 * on, and a notice that has ended does not change again (the database,
 * {@link org.sharaka.notification.notice.Notice}).
 * </ul>
 *
 * <p>
 * A notice is sent a second time in two cases only, a mail then with the same Message-ID.
 * First, a process dies, or loses the database for longer than its lease, after a
 * provider has accepted the notice and before that is written: the notice is sent again
 * when the lease has expired. Second, the outcome of a mail is unknown: it is sent again
 * after a pause.
 *
 * <p>
 * Retention: notices and requests hold ids, codes and the event's own public text; no
 * name, address or rendered text of a contact. They are not deleted, because they
 * identify the events that were already processed when a topic is replayed.
 */
@NullMarked
package org.sharaka.notification.notice;

import org.jspecify.annotations.NullMarked;
