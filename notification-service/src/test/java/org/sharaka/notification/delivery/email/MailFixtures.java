package org.sharaka.notification.delivery.email;

import java.time.Duration;

import org.sharaka.chassis.text.Language;
import org.sharaka.notification.delivery.CalendarPart;
import org.sharaka.notification.delivery.EmailContent;
import org.sharaka.notification.delivery.OutgoingMessage;

final class MailFixtures {

	static final String NOTICE = "018f2f6e-7d2c-7c3a-9b0e-2b7a5b1c0d11";

	static final String SUBJECT = "دعوة إلى لقاء: «شراكةٌ من أجل تنمية القطاع غير الربحي في المملكة» 🌱 ﷺ";

	static final String TEXT = "السادة المحترمون،\n\nنصٌّ بحركاتٍ وأرقام ١٢٣ و456، وسطر يبدأ بنقطة:\n.\n..\nانتهى — لا «????».\n";

	static final String HTML = "<html lang=\"ar\" dir=\"rtl\"><body>أهلًا <bdi>Sharaka</bdi></body></html>";

	static final String ICS = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:لقاء الشركاء\r\nEND:VCALENDAR\r\n";

	private MailFixtures() {
	}

	static OutgoingMessage plain() {
		return message(new EmailContent(SUBJECT, TEXT, HTML));
	}

	static OutgoingMessage invitation() {
		return message(new EmailContent(SUBJECT, TEXT, HTML, new CalendarPart(CalendarPart.Method.REQUEST, ICS)));
	}

	static OutgoingMessage message(EmailContent content) {
		return new OutgoingMessage(NOTICE, "member@charity.test", Language.AR, content);
	}

	static SmtpProperties settings(int port) {
		return new SmtpProperties("localhost", port, "", "", false, Duration.ofSeconds(2), Duration.ofMillis(500), 4,
				100, Duration.ofSeconds(20), Duration.ofSeconds(2));
	}

	static MailProperties from() {
		return new MailProperties("notices@sharaka.test", "منصة شراكة");
	}

}
