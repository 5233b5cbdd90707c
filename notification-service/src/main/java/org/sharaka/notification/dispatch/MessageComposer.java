package org.sharaka.notification.dispatch;

import java.time.Clock;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.Language;
import org.sharaka.notification.contact.Contact;
import org.sharaka.notification.delivery.EmailContent;
import org.sharaka.notification.delivery.OutgoingMessage;
import org.sharaka.notification.delivery.SmsContent;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.policy.CalendarAction;
import org.sharaka.notification.template.RenderedNotice;
import org.sharaka.notification.template.TemplateParameters;
import org.sharaka.notification.template.Templates;

/**
 * Puts a notice into words, for its contact, in its language. Thread-safe.
 */
final class MessageComposer {

	private final Templates templates;

	private final TemplateParameters params;

	private final MeetingCalendar calendar;

	private final Clock clock;

	MessageComposer(Templates templates, TemplateParameters params, MeetingCalendar calendar, Clock clock) {
		this.templates = templates;
		this.params = params;
		this.calendar = calendar;
		this.clock = clock;
	}

	/**
	 * @param address the contact's, on the notice's channel
	 * @throws IllegalArgumentException if the event lacks what its template needs
	 */
	OutgoingMessage compose(OutgoingNotice outgoing, Contact contact, String address) {
		Notice notice = outgoing.notice();
		RequestContent content = outgoing.content();
		Language language = notice.language();
		Map<String, @Nullable Object> words = this.params.of(content.request().template(), content.data(),
				outgoing.charityName());
		RenderedNotice rendered = this.templates.render(content.request().template(), language, words);
		return new OutgoingMessage(notice.id(), address, language, switch (notice.channel()) {
			case SMS -> new SmsContent(rendered.sms());
			case EMAIL -> new EmailContent(rendered.subject(), rendered.text(), rendered.html(),
					(content.request().calendar() == CalendarAction.NONE) ? null
							: this.calendar.part(content, language, contact.name(), address, this.clock));
		});
	}

}
