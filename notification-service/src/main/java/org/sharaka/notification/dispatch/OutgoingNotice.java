package org.sharaka.notification.dispatch;

import java.time.Instant;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.notification.contact.Contact;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.NoticeUpdate;

/**
 * A leased notice with everything that sending it needs.
 *
 * @param contact null if the contact no longer exists or no longer wants this channel
 * @param charityName null if the charity is not known
 * @param leasedUntil when the lease expires
 */
record OutgoingNotice(Notice notice, RequestContent content, @Nullable Contact contact,
		@Nullable BilingualText charityName, Instant leasedUntil) {

	/** By priority, then by age, the oldest first. */
	static final Comparator<OutgoingNotice> ORDER = Comparator
		.comparing((OutgoingNotice outgoing) -> outgoing.notice().priority())
		.thenComparing((outgoing) -> outgoing.notice().createdAt());

	/** The update, with an event that continues the trace of the request. */
	NoticeUpdate traced(NoticeUpdate update) {
		return update.inTrace(this.content.request().traceparent());
	}

}
