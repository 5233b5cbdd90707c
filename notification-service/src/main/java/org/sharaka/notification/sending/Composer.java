package org.sharaka.notification.sending;

import java.time.Clock;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.Language;
import org.sharaka.notification.contact.Contact;
import org.sharaka.notification.delivery.Dispatch;
import org.sharaka.notification.delivery.EmailContent;
import org.sharaka.notification.delivery.SmsContent;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.policy.CalendarEntry;
import org.sharaka.notification.template.NoticeParams;
import org.sharaka.notification.template.Rendered;
import org.sharaka.notification.template.Templates;

/**
 * Puts a notice into words, for its contact, in its language. Thread-safe.
 */
final class Composer {

	private final Templates templates;

	private final NoticeParams params;

	private final MeetingCalendar calendar;

	private final Clock clock;

	Composer(Templates templates, NoticeParams params, MeetingCalendar calendar, Clock clock) {
		this.templates = templates;
		this.params = params;
		this.calendar = calendar;
		this.clock = clock;
	}

	/**
	 * @param address the contact's, on the notice's channel
	 * @throws IllegalArgumentException if the event lacks what its template needs
	 */
	Dispatch compose(Ready ready, Contact contact, String address) {
		Notice notice = ready.notice();
		Telling telling = ready.telling();
		Language language = notice.language();
		Map<String, @Nullable Object> words = this.params.of(telling.occasion().template(), telling.data(),
				ready.charityName());
		Rendered rendered = this.templates.render(telling.occasion().template(), language, words);
		return new Dispatch(notice.id(), address, language, switch (notice.channel()) {
			case SMS -> new SmsContent(rendered.sms());
			case EMAIL -> new EmailContent(rendered.subject(), rendered.text(), rendered.html(),
					(telling.occasion().calendar() == CalendarEntry.NONE) ? null
							: this.calendar.part(telling, language, contact.name(), address, this.clock));
		});
	}

}
