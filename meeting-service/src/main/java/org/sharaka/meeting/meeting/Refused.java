package org.sharaka.meeting.meeting;

/** A policy forbids what was asked. */
public class Refused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final MeetingPolicy policy;

	private final String subject;

	/**
	 * @param subject id of the charity that it is about, or else of the meeting
	 */
	public Refused(MeetingPolicy policy, String subject) {
		super(policy.name(), null, false, false);
		this.policy = policy;
		this.subject = subject;
	}

	/** The id of the charity that it is about, or else of the meeting. */
	public String subject() {
		return this.subject;
	}

	public MeetingPolicy policy() {
		return this.policy;
	}

}
