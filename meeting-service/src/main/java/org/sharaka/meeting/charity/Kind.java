package org.sharaka.meeting.charity;

/** The kind of a charity, as the register names it. */
public enum Kind {

	ASSOCIATION, FOUNDATION, CENTRE, CAMPAIGN, COORDINATION_COUNCIL, FEDERATION, DEVELOPMENT_COMMITTEE, DONOR,
	COOPERATIVE

}
