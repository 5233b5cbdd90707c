package org.sharaka.meeting.meeting;

/** A policy forbids what was asked. */
public class Refused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final MeetingPolicy policy;

	public Refused(MeetingPolicy policy) {
		super(policy.name(), null, false, false);
		this.policy = policy;
	}

	public MeetingPolicy policy() {
		return this.policy;
	}

}
