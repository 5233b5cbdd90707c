package org.sharaka.notification.notice.policy;

/** What a mail asks the recipient's calendar to do. */
public enum CalendarAction {

	NONE, REQUEST, CANCEL

}
