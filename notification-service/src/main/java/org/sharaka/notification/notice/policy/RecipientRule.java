package org.sharaka.notification.notice.policy;

/** Where an event says whom it concerns. */
public enum RecipientRule {

	/** The charity that the event is about: {@code id}. */
	CHARITY,

	/** The charity invited: {@code charityId}. */
	INVITED_CHARITY,

	/** All charities invited: {@code invited}. */
	INVITED_CHARITIES,

	/** The registered charities of {@code audience}. */
	AUDIENCE

}
