package org.sharaka.meeting.meeting;

/** Kinds of meeting. */
public enum MeetingType {

	MEETING, RECEPTION, WORKSHOP, DISCUSSION_CIRCLE, TRAINING

}
