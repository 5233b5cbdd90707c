package org.sharaka.meeting.meeting;

/** No meeting has this id. */
public class NoSuchMeetingException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String id;

	public NoSuchMeetingException(String id) {
		super("no meeting " + id);
		this.id = id;
	}

	public String id() {
		return this.id;
	}

}
