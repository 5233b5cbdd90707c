package org.sharaka.meeting.meeting;

import java.util.List;

/** Where an invitation stands. */
public enum InvitationStatus {

	PENDING, ACCEPTED, DECLINED, TENTATIVE, WITHDRAWN;

	/** What a charity can answer. */
	public static final List<InvitationStatus> ANSWERS = List.of(ACCEPTED, DECLINED, TENTATIVE);

	/** Whether the charity may still come. */
	public boolean isOpen() {
		return switch (this) {
			case PENDING, ACCEPTED, TENTATIVE -> true;
			case DECLINED, WITHDRAWN -> false;
		};
	}

}
