package org.sharaka.notification.policy;

/** What a mail asks the recipient's calendar to do. */
public enum CalendarEntry {

	NONE, REQUEST, CANCEL

}
