package org.sharaka.notification.delivery;

/**
 * An iCalendar object (RFC 5545) that goes with a mail.
 *
 * @param method the iTIP method; it must be the one inside {@code text}, or clients
 * ignore the part (RFC 6047 §2.4)
 * @param text the whole object, from BEGIN:VCALENDAR to END:VCALENDAR
 */
public record CalendarPart(Method method, String text) {

	public enum Method {

		REQUEST, CANCEL

	}

	@Override
	public String toString() {
		return "CalendarPart[" + this.method + "]";
	}

}
