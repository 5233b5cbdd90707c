package org.sharaka.notification.sending;

import java.time.Instant;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.notification.contact.Contact;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.NoticeChange;
import org.sharaka.notification.notice.Notices.Decided;

/**
 * A claimed notice with all that is needed to send it.
 *
 * @param contact null if the contact is gone, or no longer wants this channel
 * @param charityName null if the charity is not known
 * @param until when the claim ends
 */
record Ready(Notice notice, Telling telling, @Nullable Contact contact, @Nullable BilingualText charityName,
		Instant until) {

	/** The most urgent first, among equals the oldest. */
	static final Comparator<Ready> ORDER = Comparator.comparing((Ready ready) -> ready.notice().priority())
		.thenComparing((ready) -> ready.notice().createdAt());

	Decided decided(NoticeChange change) {
		return new Decided(this.notice, change, this.telling.occasion().traceparent());
	}

}
