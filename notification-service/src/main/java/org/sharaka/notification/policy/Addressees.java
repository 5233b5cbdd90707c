package org.sharaka.notification.policy;

/** Where an event says whom it concerns. */
public enum Addressees {

	/** The charity that the event is about: {@code id}. */
	THE_CHARITY,

	/** The charity invited: {@code charityId}. */
	THE_INVITED,

	/** All charities invited: {@code invited}. */
	ALL_INVITED,

	/** The registered charities of {@code audience}. */
	THE_AUDIENCE

}
