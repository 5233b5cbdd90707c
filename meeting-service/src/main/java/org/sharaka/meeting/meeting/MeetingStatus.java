package org.sharaka.meeting.meeting;

/** Where a meeting stands. */
public enum MeetingStatus {

	SCHEDULED, CANCELLED

}
