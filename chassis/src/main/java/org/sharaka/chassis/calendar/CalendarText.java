package org.sharaka.chassis.calendar;

import java.time.Instant;

final class CalendarText {

	static String write(CalendarInvite invite, Instant now) {
		throw new UnsupportedOperationException();
	}

}
